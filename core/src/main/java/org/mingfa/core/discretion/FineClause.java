package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One clause that fines: who, whether 可以, how much. */
record FineClause(String party, boolean may, Amount amount) {
    private static final Pattern TO = Pattern.compile("对((?:[\\u4e00-\\u9fa5、]{0,40}?)(?:单位|企业|个人|人员|负责人|代表人|责任人|经营者|使用者|所有人|业主|机构|公司|户|法人|自然人|公民|组织))[:]?(?=可|应|并|处|给予|予以|罚|警告|通报|责令|没收|吊销|暂扣|停|限)(.*)");
    private static final Pattern BARE = Pattern.compile("((?:其他)?直接(?:主管)?责任人员?|责任人员?|主要负责人|法定代表人|法人(?:或者?其他组织)?|其他组织|自然人|公民|单位|企业|个人|个体工商户|经营者):?(?=可|应|并|处|给予|罚|[0-9一二两三四五六七八九十百千万])(.*)");
    private static final Pattern MAY = Pattern.compile("可以?(?=并|处|单|罚)(.*)");
    private static final Pattern VERB = Pattern.compile("(?:应当|应)?(?:并|再|同时|单)?(?:处以处|处以|处)?(?:罚款)?(?:人民币)?(.+)");
    private static final Pattern END = Pattern.compile("(.*?)的?(?:罚款|罚金)?");
    private static final Pattern VERBS = Pattern.compile("(?:可以?)?(?:并处|处)");

    /** Who a clause is about, and what is left of it. */
    record Whom(String party, String rest) {}

    static Optional<Whom> whom(String clause) {
        for (Pattern p : List.of(TO, BARE)) {
            Matcher m = p.matcher(clause);
            if (m.matches()) {
                return Optional.of(new Whom(m.group(1), m.group(2)));
            }
        }
        return Optional.empty();
    }

    /** Null where it is no fine to the last word. */
    static @Nullable FineClause read(String clause) {
        Optional<Whom> whom = whom(clause);
        String rest = whom.map(Whom::rest).orElse(clause);
        Matcher may = MAY.matcher(rest);
        boolean optional = may.matches();
        rest = optional ? may.group(1) : rest;
        Matcher end = END.matcher(rest);
        Matcher verb = VERB.matcher(end.matches() ? end.group(1) : rest);
        if (!verb.matches()) {
            return null;
        }
        String sum = verb.group(1);
        return AmountText.read(sum).map(a -> new FineClause(whom.map(Whom::party).orElse(""), optional, a)).orElse(null);
    }

    /** Where within a clause a fine may begin. */
    static List<Integer> verbs(String clause) {
        var places = new ArrayList<Integer>();
        Matcher m = VERBS.matcher(clause);
        while (m.find()) {
            if (m.start() > 0) {
                places.add(m.start());
            }
        }
        return places;
    }
}
