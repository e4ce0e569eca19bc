package org.mingfa.server.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Invented facts for documents; each builder step changes one thing. */
final class Models {
    private final Map<String, Object> facts = new HashMap<>();
    private final Map<String, Object> form = new HashMap<>();
    private final Map<String, Object> party = new HashMap<>(Map.of("id", "party-1", "name", "明川市城东区顺达食品商行",
            "uscc", "92149901MA0ABCDE01", "representative", "王大勇", "address", "明川市城东区文昌街12号"));

    static Models aDecision() {
        var models = new Models();
        models.form.putAll(Map.of(
                "facts", "2026年3月3日，当事人在其经营场所销售超过保质期的食品3袋，货值金额45元，违法所得15元。\n当事人未建立进货查验记录。",
                "evidence", List.of("现场笔录1份，证明现场查获过期食品；", "询问笔录1份，证明销售经过；", "照片6张。"),
                "violated", "《中华人民共和国食品安全法》第三十四条第（十）项",
                "basis", "《中华人民共和国食品安全法》第一百二十四条第一款",
                "kinds", List.of("警告", "罚款"), "fine", 300000L,
                "defenceResult", "当事人在法定期限内未提出陈述、申辩，未要求听证。",
                "performance", "到代收机构缴纳罚款。",
                "remedies", "如不服本决定，可以自收到本决定书之日起六十日内向明川市人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向明川市城东区人民法院提起行政诉讼。"));
        models.form.put("collector", "中国工商银行明川分行（账户名称：明川市财政局）");
        models.facts.put("agency", Map.of("id", 1L, "name", "明川市市场监督管理局"));
        models.facts.put("case", Map.of("id", "3-1", "number", "明市监案〔2026〕1号"));
        models.facts.put("officers", List.of(Map.of("name", "李建国", "certificate", "14990100123"), Map.of("name", "赵敏", "certificate", "14990100124")));
        models.facts.put("number", "明市监罚〔2026〕1号");
        models.facts.put("date", "2026-05-12");
        return models;
    }

    Models without(String field) {
        form.remove(field);
        return this;
    }

    Models withForm(String field, Object value) {
        form.put(field, value);
        return this;
    }

    Models withParty(String field, Object value) {
        party.put(field, value);
        return this;
    }

    Models withAct(Map<String, Object> changes) {
        form.putAll(changes);
        return this;
    }


    DocumentModel model() {
        facts.put("act", Map.of("code", "decide", "title", "作出处罚决定", "at", "2026-05-12T09:30", "actorName", "孙主任", "form", form));
        facts.put("party", party);
        facts.put("parties", List.of(party));
        return new DocumentModel(facts);
    }
}
