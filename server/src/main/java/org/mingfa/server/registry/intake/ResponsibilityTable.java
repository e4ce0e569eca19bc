package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.responsibility.ResponsiblePost;
import org.mingfa.server.registry.responsibility.PostIntake;
import org.mingfa.server.registry.responsibility.PostIntake.NewPost;
import org.mingfa.server.registry.responsibility.Responsibilities;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts as a table: a row for each person in a post; the first row of a post says what it is. */
@Component
public class ResponsibilityTable {

    private static final int PAGE = 200;
    private static final int PAGES = 250;
    private static final String BODY = "单位";
    private static final String UNIT = "内设机构";
    private static final String TITLE = "岗位";
    private static final String DUTIES = "岗位职责";
    private static final String ITEMS = "事项编码";
    private static final String ACTS = "承担环节";
    private static final String WINDOW = "窗口岗位";
    private static final String ROTATES = "定期轮岗";
    private static final String SINCE = "设岗日期";
    private static final String PERSON = "人员";
    private static final String NUMBER = "证件编号";
    private static final String FROM = "到岗日期";
    private static final KnownPeople.Named NAMED = new KnownPeople.Named(PERSON, NUMBER);

    public static final Columns COLUMNS = new Columns(List.of(
            Column.text(BODY, 100, "执法主体名录中的全称", "云岭市市场监督管理局"), Column.text(UNIT, 60, "已登记的内设机构", "执法大队"),
            Column.text(TITLE, 60, "岗位名称，同一内设机构不得重名", "食品案件办理岗"), Column.text(DUTIES, 1000, "这个岗位做什么；同一岗位只需写在第一行", "办理食品类行政处罚案件").optional(),
            Column.text(ITEMS, 4000, "已公布的执法事项清单中的编码，几个之间用分号隔开", "SC-001；SC-002").optional(), Column.text(ACTS, 4000, "法律包中的程序和环节（或者动作），写成“程序：环节”，几个之间用分号隔开", "行政处罚普通程序：立案；行政处罚普通程序：调查取证").optional(),
            Column.yesNo(WINDOW, "是否在办事窗口；不填为否", "否").optional(), Column.yesNo(ROTATES, "是否应当定期轮岗；不填为否", "是").optional(),
            Column.date(SINCE, "设岗之日；同一岗位只需写在第一行", "2025-01-01").optional(), Column.text(PERSON, 20, "在岗人员；岗位空缺的不填", "林予安").optional(),
            Column.text(NUMBER, 30, "有同名人员时必填", "14991234567").optional(), Column.date(FROM, "有人员的必填", "2025-01-01").optional()));

    private final PostIntake intake;
    private final Responsibilities responsibilities;
    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    ResponsibilityTable(PostIntake intake, Responsibilities responsibilities, JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.intake = intake;
        this.responsibilities = responsibilities;
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public ImportReport run(Sheet sheet, boolean dryRun) {
        return keeping.change(() -> {
            Faults faults = new Faults();
            List<Columns.Record> rows = COLUMNS.read(sheet, faults);
            Reading reading = new Reading(faults);
            rows.forEach(reading::row);
            boolean take = !faults.any() && !dryRun;
            if (take) {
                reading.posts.values().forEach(intake::add);
            }
            return ImportReport.of(faults, sheet.rows().size(), take ? rows.size() : 0);
        });
    }

    /** The packs as they hold for a body on a day: read once for a whole table. */
    private record Law(long agency, LocalDate day) {}

    /** One table's rows, one after another. */
    private final class Reading {

        private final Faults faults;
        private final Places places = new Places(jdbc, keeping.regions(), parameters.today());
        private final KnownPeople people = new KnownPeople(jdbc, keeping.regions());
        private final Map<Long, Boolean> kept = new HashMap<>();
        private final Map<Long, Map<String, Long>> units = new HashMap<>();
        private final Map<String, NewPost> posts = new LinkedHashMap<>();
        private final Map<Law, Function<String, @Nullable List<String>>> acts = new HashMap<>();

        Reading(Faults faults) {
            this.faults = faults;
        }

        void row(Columns.Record r) {
            Places.Body body = places.body(r.text(BODY)).orElse(null);
            if (body == null) {
                faults.add(r.row(), BODY, r.text(BODY), "登记册中没有这个单位，或者不在本地区", places.like(r.text(BODY)));
                return;
            }
            if (!kept.computeIfAbsent(body.id(), a -> keeping.may("responsibility.write", a))) {
                faults.add(r.row(), BODY, r.text(BODY), "您只管理本单位的岗位", "请删去其他单位的行");
                return;
            }
            Long unit = units.computeIfAbsent(body.id(), intake::units).get(r.text(UNIT));
            if (unit == null) {
                faults.add(r.row(), UNIT, r.text(UNIT), "本单位没有登记这个内设机构", "可选：" + String.join("、", units.get(body.id()).keySet().stream().sorted().limit(20).toList()));
                return;
            }
            NewPost post = posts.get(unit + " " + r.text(TITLE));
            if (post == null) {
                post = post(r, body, unit);
                posts.put(unit + " " + r.text(TITLE), post);
            } else if (!r.text(DUTIES).isEmpty() && !r.text(DUTIES).equals(post.version().duties())) {
                faults.add(r.row(), DUTIES, r.text(DUTIES), "与本表前面同一岗位的职责不一致", "请改成一致，或者留空");
            }
            holder(r, body, post);
        }

        private NewPost post(Columns.Record r, Places.Body body, long unit) {
            LocalDate since = r.date(SINCE);
            if (since == null || r.text(DUTIES).isEmpty()) {
                faults.add(r.row(), since == null ? SINCE : DUTIES, "", "没有填写", "岗位的第一行写明职责和设岗日期");
            }
            if (intake.titled(unit, r.text(TITLE))) {
                faults.add(r.row(), TITLE, r.text(TITLE), "本机构已有同名的岗位", "已登记的岗位请在页面上变更");
            }
            List<String> codes = split(r.text(ITEMS), "[;；,，\\s]+");
            LocalDate day = since == null ? parameters.today() : since;
            List<String> unknown = responsibilities.unknown(body.id(), codes, day);
            if (!unknown.isEmpty()) {
                faults.add(r.row(), ITEMS, String.join("；", unknown), "不在本单位当日已公布的执法事项清单", "请核对编码，或者先公布清单");
            }
            return new NewPost(body.id(), unit, new ResponsiblePost.Version(day, r.text(TITLE), r.text(DUTIES), codes, acts(r, body.id(), day),
                    Boolean.TRUE.equals(r.yes(WINDOW)), Boolean.TRUE.equals(r.yes(ROTATES)), false, "导入"), new LinkedHashMap<>());
        }

        private List<String> acts(Columns.Record r, long agency, LocalDate day) {
            var named = acts.computeIfAbsent(new Law(agency, day), at -> responsibilities.named(at.agency, at.day));
            List<String> acts = new ArrayList<>();
            for (String text : split(r.text(ACTS), "[;；\\r\\n]+")) {
                List<String> found = named.apply(text);
                if (found == null) {
                    faults.add(r.row(), ACTS, text, "当日施行的法律包中没有这个程序的环节或者动作", "写成“程序：环节”，如“行政处罚普通程序：立案”，名称与法律包一致");
                } else {
                    acts.addAll(found);
                }
            }
            return acts.stream().distinct().toList();
        }

        private void holder(Columns.Record r, Places.Body body, NewPost post) {
            LocalDate from = r.date(FROM);
            if (r.text(PERSON).isEmpty() != (from == null)) {
                faults.add(r.row(), from == null ? FROM : PERSON, "", "没有填写", "人员与到岗日期一起填写");
                return;
            }
            KnownPeople.Person person = from == null ? null : people.of(r, body, NAMED, faults);
            if (person == null) {
                return;
            }
            LocalDate day = Objects.requireNonNull(from);
            if (day.isBefore(post.version().validFrom())) {
                faults.add(r.row(), FROM, day.toString(), "早于设岗日期", "请核对两个日期");
            } else if (!intake.at(person.id(), body.id(), day)) {
                faults.add(r.row(), PERSON, r.text(PERSON), "此人在到岗之日不在本单位", "请核对人员和到岗日期");
            } else if (post.holders().put(person.id(), day) != null) {
                faults.add(r.row(), PERSON, r.text(PERSON), "同一岗位上出现两次", "请删去重复的行");
            }
        }
    }

    private static List<String> split(String text, String by) {
        return Arrays.stream(text.split(by)).map(String::strip).filter(t -> !t.isEmpty()).distinct().toList();
    }

    /** Page by page, with the columns of the import; certificate numbers are left out. */
    public void export(@Nullable Long agency, @Nullable LocalDate on, OutputStream out) throws IOException {
        Stream<List<ResponsiblePost>> pages = Stream.iterate(responsibilities.page(agency, null, null, on, 0, PAGE), p -> !p.isEmpty(),
                p -> p.size() < PAGE ? List.<ResponsiblePost>of() : responsibilities.page(agency, null, null, on, Long.parseLong(p.getLast().id()), PAGE));
        SheetOut.xlsx("岗位职责", COLUMNS.all().stream().map(Column::title).toList(), pages.limit(PAGES).flatMap(List::stream).flatMap(p -> rows(p, String.join("；", responsibilities.tableWords(p, on == null ? parameters.today() : on)))), out);
    }

    private static Stream<List<String>> rows(ResponsiblePost p, String acts) {
        return p.holders().isEmpty() ? Stream.of(row(p, acts, null)) : p.holders().stream().map(h -> row(p, acts, h));
    }

    private static List<String> row(ResponsiblePost p, String acts, ResponsiblePost.@Nullable Holder h) {
        return List.of(p.agencyName(), p.unitName(), p.title(), p.duties(), String.join("；", p.items()), acts, p.atWindow() ? "是" : "否",
                p.rotates() ? "是" : "否", p.since().toString(), h == null ? "" : h.name(), "", h == null ? "" : h.from().toString());
    }
}
