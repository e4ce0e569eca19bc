package org.mingfa.server.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Gives the registers of the demo city their life: published lists, exams and applications, posts and equipment. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class DemoRegisters {

    private final DemoLists lists;
    private final DemoExams exams;
    private final PostLoader posts;

    DemoRegisters(DemoLists lists, DemoExams exams, PostLoader posts) {
        this.lists = lists;
        this.exams = exams;
        this.posts = posts;
    }

    void load(City city) {
        lists.load(city);
        exams.load(city);
        posts.load();
    }
}
