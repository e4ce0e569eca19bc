package org.mingfa.server.registry.intake;

import java.util.List;
import java.util.Map;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;

/** The columns of the tables of 主办人资格, 派驻, 表彰和保障 and 分级授权, and their words. */
public final class CareerColumns {

    /** Each by its name in an address and its title. */
    public enum Table {
        LEADS("主办人资格"), POSTINGS("派驻"), RECORDS("表彰和保障"), POWERS("分级授权");

        private final String title;

        Table(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static final String NAME = "姓名";
    static final String BODY = "单位";
    static final String NUMBER = "证件编号";
    static final String STEP = "登记事项";
    static final String FROM = "自何日起";
    static final String TO = "至何日止";
    static final String BY = "决定机关";
    static final String BASIS = "依据";
    static final String POSTED = "派驻单位";
    static final String DIRECTS = "指挥";
    static final String APPRAISES = "考核";
    static final String KIND = "类别";
    static final String TITLE = "名称";
    static final String DOCUMENT = "文号";
    static final String MATTER = "审批事项";
    static final String LEVEL = "审批层级";
    static final String AMOUNT = "审批额度（元）";
    static final String ENDED = "收回";

    static final KnownPeople.Named PERSON = new KnownPeople.Named(NAME, NUMBER);

    static final List<Map.Entry<String, String>> STEPS = List.of(Map.entry("授予", "granted"), Map.entry("延续", "renewed"), Map.entry("终止", "ended"));
    static final List<Map.Entry<String, String>> SIDES = List.of(Map.entry("派出单位", "home"), Map.entry("派驻单位", "body"), Map.entry("两单位共同", "both"));
    static final List<Map.Entry<String, String>> KINDS = List.of(Map.entry("表彰奖励", "commendation"), Map.entry("保险", "insurance"), Map.entry("心理咨询", "counselling"),
            Map.entry("危机干预", "crisis"), Map.entry("健康检查", "examination"), Map.entry("法律援助", "legal-aid"));

    /** The column that a field of the page's form is. */
    static final Map<String, String> FIELDS = Map.of("/from", FROM, "/until", TO, "/to", TO, "/body", POSTED, "/level", LEVEL, "/upTo", AMOUNT, "/ended", ENDED);

    private CareerColumns() {}

    static String code(List<Map.Entry<String, String>> of, String title) {
        return of.stream().filter(e -> e.getKey().equals(title)).map(Map.Entry::getValue).findFirst().orElseThrow();
    }

    private static List<String> words(List<Map.Entry<String, String>> of) {
        return of.stream().map(Map.Entry::getKey).toList();
    }

    private static Columns withPerson(Column... more) {
        List<Column> all = new java.util.ArrayList<>(List.of(Column.text(NAME, 20, "姓名", "林予安"), Column.text(BODY, 100, "执法主体名录中的全称", "云岭市市场监督管理局"),
                Column.text(NUMBER, 30, "有同名人员时必填", "14991234567").optional()));
        all.addAll(List.of(more));
        return new Columns(all);
    }

    static Columns of(Table table) {
        return switch (table) {
            case LEADS -> withPerson(Column.choice(STEP, words(STEPS), "先授予，期满前延续", "授予"), Column.date(FROM, "资格自何日起", "2025-01-01"),
                    Column.date(TO, "资格期限的末日；终止的不填", "2027-12-31").optional(), Column.text(BY, 100, "授予的机关", "云岭市司法局"), Column.text(BASIS, 200, "依据的文件", "主办人资格办法"));
            case POSTINGS -> withPerson(Column.text(POSTED, 100, "执法主体名录中的全称", "东湖街道办事处"), Column.date(FROM, "派驻的首日", "2025-01-01"),
                    Column.date(TO, "没有定期限的不填", "2026-12-31").optional(), Column.choice(DIRECTS, words(SIDES), "由哪个单位指挥", "派驻单位"),
                    Column.choice(APPRAISES, words(SIDES), "由哪个单位考核", "两单位共同"), Column.text(BASIS, 200, "依据的文件", "派驻方案"));
            case RECORDS -> withPerson(Column.choice(KIND, words(KINDS), "类别", "表彰奖励"), Column.text(TITLE, 100, "名称", "全市行政执法标兵"), Column.date(FROM, "决定之日，或者保障开始之日", "2025-12-04"),
                    Column.date(TO, "保障期限的末日；没有的不填", "").optional(), Column.text(BY, 100, "决定或者提供的单位", "云岭市人民政府"), Column.text(DOCUMENT, 100, "文号或者合同号", "云政〔2025〕12号"));
            case POWERS -> throw new IllegalArgumentException("the levels of approval are rows of a table: see powers");
        };
    }

    static Columns powers(List<String> levels) {
        return new Columns(List.of(Column.text(BODY, 100, "执法主体名录中的全称", "云岭市市场监督管理局"), Column.text(MATTER, 60, "如罚款决定、行政强制措施", "罚款决定"),
                Column.choice(LEVEL, levels, "审批层级；逐行登记，每一行之后上一层级的额度都不得低于下一层级", levels.getFirst()), Column.date(FROM, "自何日起；同一层级按日期先后", "2025-01-01"),
                Column.text(AMOUNT, 15, "以元计；不以数额划分的不填", "50000").optional(), Column.yesNo(ENDED, "收回这一授权的填“是”", "否").optional(), Column.text(BASIS, 200, "依据的文件", "本局案件审批权限规定")));
    }
}
