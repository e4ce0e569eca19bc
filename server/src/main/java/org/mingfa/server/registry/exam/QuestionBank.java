package org.mingfa.server.registry.exam;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.exam.QuestionStore.Banked;
import org.mingfa.server.registry.exam.QuestionStore.Filter;
import org.springframework.stereotype.Component;

/** 题库 of the caller's region. Whoever sits an exam does not see it until the exam has closed. */
@Component
public class QuestionBank {

    /** A bank holds no more. */
    public static final int MOST = 20_000;

    private final QuestionStore store;
    private final Keeping keeping;
    private final Clock clock;

    QuestionBank(QuestionStore store, Keeping keeping, Clock clock) {
        this.store = store;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** The region whose bank the caller keeps. @throws org.mingfa.server.operation.Problem 403 while an exam runs that they are admitted to */
    public int region() {
        Caller caller = Caller.current();
        if (store.sits(caller.id(), now())) {
            throw Refused.forbidden("您是一场未结束的考试的应考人员，考试结束以前不能查看题库");
        }
        return caller.agency().region();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    public List<Banked> page(@Nullable String kind, @Nullable String category, @Nullable String field, @Nullable Boolean withdrawn, @Nullable String q, int after, int limit) {
        return store.page(new Filter(region(), kind, category, field, withdrawn, q), after, limit);
    }

    /** A question that nobody asked yet. @return its number */
    public int add(Question q) {
        int region = region();
        q.check().done();
        return keeping.change(() -> {
            int number = store.size(region) + 1;
            if (number > MOST) {
                throw Refused.conflict("题库已满（" + MOST + " 题）");
            }
            unlessAsked(region, q, 0);
            store.add(region, List.of(q), List.of(number), Caller.current().id());
            return number;
        });
    }

    /** A new version; what is on papers stays. @throws org.mingfa.server.operation.Problem 409 while an exam draws from the present one */
    public int change(int number, Question q) {
        int region = region();
        q.check().done();
        return keeping.change(() -> {
            Banked old = found(region, number);
            if (old.question().equals(q) && !old.withdrawn()) {
                return old.version();
            }
            unlessPooled(old);
            unlessAsked(region, q, number);
            store.add(region, List.of(q), List.of(number), Caller.current().id());
            return old.version() + 1;
        });
    }

    public void withdraw(int number, String reason) {
        int region = region();
        keeping.change(() -> {
            Banked old = found(region, number);
            if (old.withdrawn()) {
                throw Refused.conflict("题目已经停用");
            }
            unlessPooled(old);
            store.withdraw(List.of(old.id()), reason, Caller.current().id());
            return number;
        });
    }

    private Banked found(int region, int number) {
        return store.find(region, number).orElseThrow(() -> Refused.notFound("本地区题库中没有这道题"));
    }

    private void unlessPooled(Banked q) {
        String title = store.pooled(List.of(q.id()), now()).get(q.id());
        if (title != null) {
            throw Refused.conflict("题目已列入考试“" + title + "”的抽题范围，考试结束或者取消以后再变更");
        }
    }

    private void unlessAsked(int region, Question q, int but) {
        store.asked(region, q, but).ifPresent(n -> {
            throw Refused.invalid("/stem", "与第 " + n + " 题的题干相同");
        });
    }
}
