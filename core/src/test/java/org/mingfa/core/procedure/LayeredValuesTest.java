package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of the national pack that no layer in law/ sets: the other base of the surcharge, a missed instalment that voids the plan. */
class LayeredValuesTest {

    private static final String LAYER = """
            layer: penalty-ordinary
            title: 试验市
            level: city
            region: "9999"
            version: "1"
            in-force: {from: 2021-07-15}
            cite: 行政处罚法 第六十六条 第二款
            parameters:
              surchargeBase: {value: unpaid, cite: 行政处罚法 第七十二条 第一款 第一项}
              missVoidsPlan: {value: true, cite: 行政处罚法 第六十六条 第二款}
            """;

    /** Served on 2026-04-01, fine 50,000 yuan, due 2026-04-16. */
    private static final String EXAMPLES = """
            examples-of: penalty-ordinary
            layers: [试验市]
            case: {region: "999900"}
            scenarios:
              served: ['file-case 2026-03-02', 'inspect 2026-03-04', 'conclude 2026-03-16', 'issue-notice party=party-1 2026-03-19', 'serve-notice party=party-1 2026-03-20', 'decide party=party-1 2026-03-30', 'serve-decision party=party-1 2026-04-01']
            examples:
              - title: 逐日以未缴数额为基数
                given: [{scenario: served}, 'pay party=party-1 2026-04-20 {amount: 2000000}']
                then:
                  - 'figure surcharge %s on party=party-1 as-of 2026-04-26'
              - title: 逾期一期，批准失效，自原期限届满起加处
                given: [{scenario: served}, 'request-deferral party=party-1 2026-04-10', 'grant-deferral party=party-1 2026-04-13 {days: 60, instalments: [{dueOn: "2026-05-16", amount: 2000000}, {dueOn: "2026-06-15", amount: 3000000}]}']
                then:
                  - 'figure payDue 2026-06-15 on party=party-1 as-of 2026-05-16'
                  - 'figure payDue 2026-04-16 on party=party-1 as-of 2026-05-17'
            """;

    @Test
    void theBaseOfTheSurchargeAndAMissedInstalmentFollowTheLayer() {
        // 20,000 for 4 days and 30,000 for 10 days, 3 % a day: 2,400 + 9,000 yuan
        assertThat(failures("1140000")).isEmpty();
        assertThat(failures("1500000")).as("the base of the national pack").hasSize(1);
    }

    private static java.util.List<PackProblem> failures(String surcharge) {
        Map<String, String> texts = new java.util.TreeMap<>(LawFolder.texts(LawFolder.LAW));
        String national = texts.entrySet().stream().filter(e -> e.getKey().endsWith("4-remedies-execution-closing.yaml"))
                .map(Map.Entry::getValue).findFirst().orElseThrow();
        String fixtures = national.substring(national.indexOf("fixtures:"), national.indexOf("scenarios:"));
        texts.keySet().removeIf(f -> f.contains("examples"));
        texts.put("law/city/trial/penalty-ordinary.yaml", LAYER);
        texts.put("law/city/trial/penalty-ordinary.examples.yaml", EXAMPLES.formatted(surcharge).replace("scenarios:", fixtures + "scenarios:"));
        Laws laws = Laws.load(texts);
        assertThat(laws.problems()).isEmpty();
        return Examples.run(laws, LawFolder.calendar()).failures();
    }
}
