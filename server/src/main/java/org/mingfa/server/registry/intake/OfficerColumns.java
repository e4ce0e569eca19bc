package org.mingfa.server.registry.intake;

import java.util.List;
import org.mingfa.server.registry.PersonKind;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;

/** The table of people: one row for a person and a certificate. */
public final class OfficerColumns {

    static final String NAME = "姓名";
    static final String BODY = "单位";
    static final String UNIT = "内设机构";
    static final String TITLE = "职务";
    static final String KIND = "人员类别";
    static final String FROM = "任职日期";
    static final String ID = "身份证号";
    static final String PHONE = "手机号";
    static final String REVIEWER = "从事法制审核";
    static final String QUALIFIED = "法律职业资格";
    static final String HOST = "听证主持人";
    static final String NUMBER = "证件编号";
    static final String FIELD = "执法类别";
    static final String REGION = "执法区域";
    static final String ISSUER = "发证机关";
    static final String MINISTRY = "部委证件";
    static final String FIRST = "有效期起";
    static final String LAST = "有效期止";

    /** What is filled in together. */
    static final List<String> CERTIFICATE = List.of(NUMBER, FIELD, REGION, FIRST, LAST);

    public static final Columns COLUMNS = new Columns(List.of(
            Column.text(NAME, 20, "2 至 20 个字", "林予安"),
            Column.text(BODY, 100, "执法主体名录中的全称；曾用名也认得", "云岭市市场监督管理局"),
            Column.text(UNIT, 60, "科室、大队；没有的自动新建", "执法一科").optional(),
            Column.text(TITLE, 60, "职务", "四级主办").optional(),
            Column.choice(KIND, PersonKind.titles(), "人员类别", "执法人员"),
            Column.date(FROM, "在本岗位任职的首日", "2024-01-01"),
            Column.text(ID, 18, "18 位公民身份号码，加密保存；同一号码的第二行登记为同一人的另一证件", "149900199001011236").optional().asPersonal(),
            Column.text(PHONE, 20, "加密保存", "13900000000").optional().asPersonal(),
            Column.yesNo(REVIEWER, "执法人员兼做法制审核的填“是”", "否").optional(),
            Column.yesNo(QUALIFIED, "通过国家统一法律职业资格考试", "否").optional(),
            Column.yesNo(HOST, "可以主持听证", "否").optional(),
            Column.text(NUMBER, 30, "没有证件的，这一列和以下各列都留空", "14991234567").optional(),
            Column.text(FIELD, 20, "与单位的执法领域相同才能办案", "市场监管").optional(),
            Column.text(REGION, 60, "行政区划的名称或六位代码", "149900").optional(),
            Column.text(ISSUER, 60, "已登记的发证机关", "云岭省人民政府").optional(),
            Column.yesNo(MINISTRY, "国务院部门颁发的填“是”", "否").optional(),
            Column.date(FIRST, "有效期首日", "2024-01-01").optional(),
            Column.date(LAST, "有效期末日，当日仍有效", "2028-12-31").optional()));

    private OfficerColumns() {}
}
