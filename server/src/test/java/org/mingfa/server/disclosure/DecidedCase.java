package org.mingfa.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.TestCity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks an ordinary penalty case through HTTP up to a decision of today; each step can be changed beforehand. */
public final class DecidedCase {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Bureau bureau;
    private final int port;
    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    private final LocalDate before = today.minusDays(20);
    private final Map<String, Object> party = new LinkedHashMap<>(Map.of("kind", "legal-org", "name", "云岭市禾穗坊食品有限公司",
            "address", "云岭市云台路1号", "uscc", "91350100M000100Y43", "representative", "钱代表"));
    private final Map<String, Map<String, Object>> changes = new HashMap<>();
    private long seq;
    private String id = "";

    public DecidedCase(Bureau bureau, int port) {
        this.bureau = bureau;
        this.port = port;
    }

    public DecidedCase against(Map<String, Object> person) {
        party.clear();
        party.putAll(person);
        return this;
    }

    public DecidedCase with(String act, String field, Object value) {
        changes.computeIfAbsent(act, a -> new LinkedHashMap<>()).put(field, value);
        return this;
    }

    public String id() {
        return id;
    }

    /** Up to the decision; answers what the server says to it. */
    public Browser.Answer decide() {
        Map<String, Object> filing = bureau.filingAct(before, "");
        form(filing).put("parties", List.of(party));
        Browser.Answer opened = bureau.as(port, bureau.head).post("/api/cases", Map.of("procedure", "penalty-ordinary", "act", changed(filing)));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        id = opened.json().path("id").asString();
        seq = 1;
        done(bureau.officer, onParty(act("tell-rights", before, false, Map.of("statement", true, "recusal", true))));
        done(bureau.officer, act("interview", before, true, Map.of("person", "孙小店（店员）", "relation", "当事人员工", "content",
                "问：是否建立进货查验记录？\n答：没有。", "certificateShown", true, "individually", true, "signature", "signed")));
        done(bureau.officer, act("conclude", before.plusDays(1), true, Map.ofEntries(Map.entry("facts", "当事人未按规定建立进货查验记录"),
                Map.entry("evidence", "询问笔录"), Map.entry("nature", "违反食品安全法"), Map.entry("proposal", "penalty"),
                Map.entry("basis", "《中华人民共和国食品安全法》第一百二十六条"), Map.entry("discretion", "初次违法，从轻"),
                Map.entry("conductEndedOn", before.minusDays(3).toString()), Map.entry("harmful", false), Map.entry("publicInterest", false),
                Map.entry("complexLaw", false), Map.entry("reviewByLaw", false), Map.entry("complexOrMajor", false))));
        done(bureau.officer, act("submit-review", before.plusDays(1), false, Map.of("materials", "案卷一册")));
        done(bureau.reviewer, act("legal-review", before.plusDays(2), false, Map.of("type", "legal", "result", "pass", "opinion", "同意", "firstTime", false)));
        done(bureau.head, onParty(act("issue-notice", before.plusDays(2), false, new LinkedHashMap<>(Map.of("facts", "未建立进货查验记录", "evidence", "询问笔录",
                "basis", "《中华人民共和国食品安全法》第一百二十六条", "kinds", List.of("warning", "fine"), "fine", 500000, "defenceRight", true, "hearingRight", false)))));
        done(bureau.officer, onParty(act("serve-notice", before.plusDays(3), false, Map.of("method", "direct", "receipt", true, "signedBy", "李收发（前台）"))));
        done(bureau.officer, onParty(act("waive", before.plusDays(3), false, Map.of("document", "放弃声明"))));
        return send(bureau.head, onParty(act("decide", today, true, new LinkedHashMap<>(Map.of("facts", "当事人未按规定建立进货查验记录。", "evidence",
                "询问笔录1份，证人孙小店证实；", "basis", "《中华人民共和国食品安全法》第一百二十六条第一款", "kinds", List.of("warning", "fine"), "fine", 500000,
                "degree", "normal", "performance", "到代收机构缴纳", "remedies", "六十日内向云岭市人民政府申请行政复议，六个月内向云岭市人民法院提起行政诉讼。",
                "collector", "云岭银行", "surchargeTold", true)))));
    }

    /** Another act of the case. */
    public Browser.Answer send(TestCity.Person who, Map<String, Object> act) {
        act.put("expectedSeq", seq);
        Browser.Answer answer = bureau.as(port, who).send("POST", "/api/cases/" + id + "/acts", JSON.writeValueAsString(changed(act)));
        if (answer.status() == 201) seq = answer.json().path("entry").path("seq").asLong();
        return answer;
    }

    public Map<String, Object> onParty(Map<String, Object> act) {
        act.put("on", Map.of("party", "party-1"));
        return act;
    }

    public Map<String, Object> act(String code, LocalDate day, boolean officers, Map<String, Object> form) {
        return Bureau.act(code, day, officers ? bureau.officers() : List.of(), new LinkedHashMap<>(form));
    }

    public JsonNode publications(TestCity.Person who, String state) {
        return bureau.as(port, who).get("/api/publications?state=" + state).json().path("items");
    }

    List<String> texts(JsonNode rows, String field) {
        var texts = new ArrayList<String>();
        rows.forEach(row -> texts.add(row.path(field).asString()));
        return texts;
    }

    private void done(TestCity.Person who, Map<String, Object> act) {
        Browser.Answer answer = send(who, act);
        assertThat(answer.status()).as(act.get("code") + ": " + answer.body()).isEqualTo(201);
    }

    private Map<String, Object> changed(Map<String, Object> act) {
        form(act).putAll(changes.getOrDefault((String) act.get("code"), Map.of()));
        form(act).values().removeIf(value -> value.equals(""));
        return act;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> form(Map<String, Object> act) {
        return (Map<String, Object>) act.get("form");
    }
}
