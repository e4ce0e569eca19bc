package org.mingfa.server.operation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether this server is a practice city (练习环境): all that it shows and makes then says so. */
@Component
public record Practice(@Value("${mingfa.practice:false}") boolean on) {

    /** What every page says. */
    public static final String SAID = "练习环境：案件、人员和文书都是虚构的，没有法律效力";
    /** Across every printed page. */
    public static final String ACROSS = "练习 无效";
    /** Before the title of a page and the name of a file. */
    public static final String BEFORE = "【练习】";
}
