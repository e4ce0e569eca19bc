package org.mingfa.server.registry.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.drawing.PaperDraw;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.SealedValues;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.exam.ExamSession.Part;
import org.mingfa.server.registry.exam.ExamStore.Applicant;
import org.mingfa.server.registry.store.RegionStore;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Announcing, filling and cancelling exams. The seed of the draw is fixed and committed to when an exam is announced. */
@NamedInterface("exams")
@Component
public class Exams {

    private static final int SEED = 32;
    private static final int MOST_CANDIDATES = 5_000;
    private static final HexFormat HEX = HexFormat.of();

    private final ExamStore store;
    private final Keeping keeping;
    private final RegionStore regions;
    private final RegisterParameters parameters;
    private final SealedValues sealed;
    private final SecureRandom random = new SecureRandom();

    Exams(ExamStore store, Keeping keeping, RegionStore regions, RegisterParameters parameters, SealedValues sealed) {
        this.store = store;
        this.keeping = keeping;
        this.regions = regions;
        this.parameters = parameters;
        this.sealed = sealed;
    }

    /** Exams of the caller's regions and of those above. */
    public List<ExamSession> page(long before, int limit) {
        return store.page(visible(), before, limit);
    }

    private Set<Integer> visible() {
        Set<Integer> all = new HashSet<>(keeping.regions());
        all.addAll(regions.above(Caller.current().agency().region()));
        return all;
    }

    /** @throws org.mingfa.server.operation.Problem 404 where it is of another region */
    public ExamSession seen(long id) {
        return store.find(id).filter(s -> visible().contains(s.region())).orElseThrow(() -> Refused.notFound("没有这场考试"));
    }

    /** Announces an exam of the caller's region: its pools and the seed are fixed from now on. @return its id */
    public long announce(ExamSession.New s) {
        checked(s);
        int region = Caller.current().agency().region();
        return keeping.change(() -> {
            if (s.resitOf() != null) {
                seen(s.resitOf());
            }
            if (store.announced(region, s)) {
                throw Refused.conflict("同一时间已有同名的考试");
            }
            List<Map<String, Long>> pools = new ArrayList<>();
            for (int i = 0; i < s.parts().size(); i++) {
                Part p = s.parts().get(i);
                Map<String, Long> pool = store.bank(region, p, s.field());
                if (pool.size() < p.questions()) {
                    throw Refused.invalid("/parts/" + i + "/questions", "题库中这类题目只有 " + pool.size() + " 道");
                }
                pools.add(pool);
            }
            byte[] seed = new byte[SEED];
            random.nextBytes(seed);
            String digest = PaperDraw.commitment(seed);
            RegisterParameters.Parameter share = share();
            BigDecimal mark = s.passMark() == null ? ExamSession.total(s.parts()).multiply(share.value()).divide(BigDecimal.valueOf(100), 1, RoundingMode.UP) : s.passMark();
            return store.add(region, s, mark, s.passMark() == null ? share.cite() : "本场考试设定", digest, sealed.seal(label(digest), HEX.formatHex(seed)),
                    PaperDraw.poolDigest(pools.stream().map(p -> List.copyOf(p.keySet())).toList()), pools, Caller.current().id());
        });
    }

    /** 合格分数 as a share of the points, in percent. */
    public RegisterParameters.Parameter share() {
        return parameters.on(parameters.today()).stream().filter(p -> p.name().equals("exam.pass-share")).findFirst().orElseThrow();
    }

    private void checked(ExamSession.New s) {
        Fields fields = new Fields().check("/opensAt", store.moment(s.opensAt()).isAfter(store.now()), "应当晚于现在：抽题的种子须在开考前公布摘要")
                .check("/closesAt", !s.closesAt().isBefore(s.opensAt().plusMinutes(s.minutes())), "自开考起不足答卷的时长")
                .check("/closesAt", s.closesAt().isBefore(s.opensAt().plusDays(31)), "考试最长 31 天")
                .check("/parts", s.parts().stream().map(p -> p.kind() + p.category()).distinct().count() == s.parts().size(), "同一题型和类别只写一次")
                .check("/field", s.parts().stream().anyMatch(p -> p.category().equals("field")) == !s.field().isBlank(), "有专业法律知识题的填写执法领域，没有的不填");
        if (s.passMark() != null) {
            fields.check("/passMark", s.passMark().compareTo(ExamSession.total(s.parts())) <= 0, "超过总分");
        }
        fields.done();
    }

    static String label(String seedDigest) {
        return "exam-seed " + seedDigest;
    }

    byte[] seed(ExamSession s) {
        return HEX.parseHex(sealed.open(label(s.seedDigest()), store.sealedSeed(s.id())));
    }

    /** Before it opens. */
    public void cancel(long id, String reason) {
        keeping.change(() -> {
            ExamSession s = kept(id);
            if (!s.state().equals("planned")) {
                throw Refused.conflict("考试已经" + Map.of("open", "开始", "closed", "结束").getOrDefault(s.state(), "取消") + "，不能取消");
            }
            store.cancel(id, reason);
            return id;
        });
    }

    private ExamSession kept(long id) {
        ExamSession s = seen(id);
        if (!keeping.regions().contains(s.region())) {
            throw Refused.forbidden("这场考试由上级地区组织");
        }
        return s;
    }

    /** Admits whom these applications are of; those who are admitted already stay so. @return how many are new */
    public int admit(long id, List<Long> applications) {
        return keeping.change(() -> {
            ExamSession s = seen(id);
            if (s.over()) {
                throw Refused.conflict("考试已经结束或者取消");
            }
            List<Applicant> applicants = store.applicants(applications);
            if (applicants.size() < Set.copyOf(applications).size()) {
                throw Refused.notFound("没有这个申请，或者不在本地区");
            }
            int ticket = store.candidates(id);
            int admitted = 0;
            for (Applicant a : applicants) {
                keeping.keep("exam.admit", a.agency());
                admissible(s, a);
                if (store.admit(id, a, ticket + admitted + 1, Caller.current().id())) {
                    admitted++;
                }
            }
            if (ticket + admitted > MOST_CANDIDATES) {
                throw Refused.conflict("一场考试最多 " + MOST_CANDIDATES + " 人");
            }
            return admitted;
        });
    }

    /** Removes somebody who was admitted and has not begun; the reason stays. */
    public void remove(long id, int ticket, String reason) {
        keeping.change(() -> {
            ExamSession s = seen(id);
            ExamStore.Admitted a = store.admitted(id, ticket).orElseThrow(() -> Refused.notFound("没有这个准考证号，或者已经撤下"));
            keeping.keep("exam.admit", a.agency());
            if (s.over() || a.begun()) {
                throw Refused.conflict(a.begun() ? "此人已经开始答卷，不能撤下" : "考试已经结束或者取消");
            }
            store.remove(id, ticket, a, reason, Caller.current().id());
            return id;
        });
    }

    private void admissible(ExamSession s, Applicant a) {
        if (store.keptBank(a.person(), s.id(), s.region(), parameters.today())) {
            throw Refused.invalid("/applications", a.name() + "管理或者在本场试题写入题库以后管理过题库，可以看到答案，不参加用这个题库的考试；请参加其他地区组织的考试");
        }
        if (!a.state().equals("checked")) {
            throw Refused.invalid("/applications", a.name() + "的申请还没有经单位审查同意，或者已经办结");
        }
        if (!regions.below(s.region()).contains(a.region())) {
            throw Refused.invalid("/applications", a.name() + "的单位不在本场考试的地区");
        }
        if (s.resitOf() != null && !store.missed(s.resitOf(), a.person())) {
            throw Refused.invalid("/applications", a.name() + "不是原考试未合格或者缺考的人员，不参加补考");
        }
        store.elsewhere(a.person(), s.id()).ifPresent(title -> {
            throw Refused.invalid("/applications", a.name() + "已列入未结束的考试“" + title + "”");
        });
    }

    /** Whose candidates the caller may see: those of all bodies, or of their own only. */
    public @Nullable Long only() {
        return Caller.current().may("exam.admit") ? null : Caller.current().agency().id();
    }
}
