package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final String PARTIES = """
            objects: {party: {title: 当事人, plural: parties, fields: {properties: {name: {type: string}}}}}
            """;

    @Test
    void aDutyMetOnItsLastDayIsOnTimeAndADayLaterIsAFinding() {
        String pack = """
                acts:
                  decide: {title: 决定, cite: x, obliges: [{act: publish, within: 7 wd}]}
                  publish: {title: 公示, cite: x}
                """;
        assertThat(MiniPack.of(pack).done("decide 2026-09-23").rules("publish 2026-10-10")).as("T1").isEmpty();
        assertThat(MiniPack.of(pack).done("decide 2026-09-23").rules("publish 2026-10-12")).containsExactly("decide.obliges.publish");
        assertThat(MiniPack.of(pack).done("decide 2026-09-23").findings("2026-10-11")).containsExactly("decide.obliges.publish OVERDUE");
        assertThat(MiniPack.of(pack).done("decide 2026-09-23").findings("2026-10-10")).isEmpty();
    }

    @Test
    void whatIsOwedFromTheStartHoldsBackTheEnd() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x}
                  b: {title: 乙, cite: x, starts: owed}
                """);
        assertThat(p.rules("end 2026-03-02")).containsExactly("end.final");
        assertThat(p.due("b", "2026-03-02")).containsExactly("null");
        assertThat(p.done("a 2026-03-02").rules("end 2026-03-02")).containsExactly("end.final");
        assertThat(p.done("b 2026-03-03").open("end 2026-03-03")).isTrue();
    }

    @Test
    void oneHappeningFulfilsAllEarlierDutiesUnlessOneForOne() {
        String pack = """
                acts:
                  a: {title: 甲, cite: x, obliges: [{act: b, within: 7 nd%s}]}
                  b: {title: 乙, cite: x}
                """;
        assertThat(MiniPack.of(pack.formatted("")).done("a 2026-03-02").done("a 2026-03-03").done("b 2026-03-04").due("b", "2026-03-05"))
                .isEmpty();
        assertThat(MiniPack.of(pack.formatted(", one-for-one: true")).done("a 2026-03-02").done("a 2026-03-03").done("b 2026-03-04").due("b", "2026-03-05"))
                .containsExactly("2026-03-10");
    }

    @Test
    void aDutyOneForOneDoesNotHideAnOrdinaryOneBehindIt() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x, obliges: [{act: b, within: 7 nd, one-for-one: true}]}
                  c: {title: 丙, cite: x, obliges: [{act: b, within: 3 nd}]}
                  b: {title: 乙, cite: x}
                """).done("a 2026-03-02").done("a 2026-03-03").done("c 2026-03-03");
        assertThat(p.rules("b 2026-03-20")).containsExactly("a.obliges.b", "c.obliges.b");
        assertThat(p.done("b 2026-03-04").due("b", "2026-03-05")).containsExactly("2026-03-10");
    }

    @Test
    void aFineMayBePaidInPartsUntilItIsPaidInFull() {
        MiniPack p = MiniPack.of("""
                figures: {paidInFull: {title: 已缴清, type: bool, value: "all('pay').exists(a, all('pay').exists(b, a != b && a.amount + b.amount >= latest('decide').fine))"}}
                acts:
                  decide: {title: 决定, cite: x, form: {properties: {fine: {type: integer}}}, obliges: [{act: pay, within: 15 nd, owed-by: party, fulfilled-when: case.paidInFull}]}
                  pay: {title: 缴款, cite: x, kind: fact, form: {properties: {amount: {type: integer}}}}
                """)
                .done("decide 2026-03-02 fine:=100").done("pay 2026-03-05 amount:=60");
        assertThat(p.due("pay", "2026-03-06")).containsExactly("2026-03-17");
        assertThat(p.done("pay 2026-03-06 amount:=40").due("pay", "2026-03-06")).isEmpty();
    }

    @Test
    void obligingAClosedActMakesNoDutyAndReopeningRevivesNone() {
        MiniPack p = MiniPack.of("""
                acts:
                  open: {title: 开, cite: x, opens: [b]}
                  shut: {title: 关, cite: x, closes: [b]}
                  a: {title: 甲, cite: x, obliges: [{act: b, within: 5 wd}]}
                  b: {title: 乙, cite: x}
                """).done("a 2026-03-02");
        assertThat(p.due("b", "2026-03-03")).hasSize(1);
        assertThat(p.done("shut 2026-03-03").due("b", "2026-03-03")).isEmpty();
        assertThat(p.done("open 2026-03-04").due("b", "2026-03-04")).isEmpty();
        assertThat(p.done("shut 2026-03-05").done("a 2026-03-05").done("open 2026-03-06").due("b", "2026-03-06")).isEmpty();
    }

    @Test
    void closingOpeningAndObligingInOneActRestartsAClock() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x, closes: [b], opens: [b], obliges: [{act: b, within: 5 wd}]}
                  b: {title: 乙, cite: x}
                """).done("a 2026-03-02").done("a 2026-03-04");
        assertThat(p.due("b", "2026-03-04")).containsExactly("2026-03-11");
    }

    @Test
    void whatIsStillOpenAtTheEndOfItsLastDayHappensByLaw() {
        MiniPack p = MiniPack.of("""
                acts:
                  keep: {title: 登记保存, cite: x, obliges: [{act: handle, within: 7 wd, on-expiry: lapse}]}
                  handle: {title: 处理, cite: x}
                  lapse: {title: 失效, cite: x, starts: closed, closes: [use]}
                  use: {title: 使用, cite: x}
                """).done("keep 2026-03-18");
        assertThat(p.byLaw("2026-03-27")).isEmpty();
        assertThat(p.byLaw("2026-03-28")).containsExactly("lapse 2026-03-27");
        assertThat(p.open("use 2026-03-27")).isTrue();
        assertThat(p.open("use 2026-03-28")).isFalse();
        assertThat(p.done("handle 2026-03-27").byLaw("2026-04-30")).isEmpty();
    }

    @Test
    void aRightThatWasUsedDoesNotExpire() {
        MiniPack p = MiniPack.of("""
                acts:
                  notice: {title: 告知, cite: x, opens: [{act: ask, until: 5 wd, on-expiry: waived}]}
                  ask: {title: 申请, cite: x}
                  waived: {title: 视为放弃, cite: x, starts: closed}
                """).done("notice 2026-03-02").done("ask 2026-03-04");
        assertThat(p.byLaw("2026-04-30")).isEmpty();
    }

    @Test
    void aRightThatTheCaseOpensRunsForEachObjectByItself() {
        MiniPack p = MiniPack.of(PARTIES + """
                acts:
                  file: {title: 立案, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
                  notice: {title: 告知, cite: x, opens: [{act: ask, until: 5 wd, on-expiry: waived}]}
                  ask: {title: 申请, cite: x, on: party}
                  waived: {title: 视为放弃, cite: x, on: party, starts: closed}
                """).done("file 2026-03-02 parties:=[p1,p2]").done("notice 2026-03-02").done("ask party=p1 2026-03-04");
        p.done("file 2026-03-04 parties:=[p3]");
        assertThat(p.file.byLaw(java.time.LocalDate.parse("2026-03-10"))).as("p1 has asked; p3 came later, under the same notice")
                .extracting(CaseFile.ByLaw::on).containsExactly(java.util.Map.of("party", "p2"), java.util.Map.of("party", "p3"));
    }

    @Test
    void aRightOpenedAgainByAnotherActStartsAgain() {
        MiniPack p = MiniPack.of("""
                acts:
                  notice: {title: 告知, cite: x, opens: [{act: ask, until: 5 wd, on-expiry: waived}]}
                  mend: {title: 更正告知, cite: x, opens: [{act: ask, until: 10 wd, on-expiry: waived}]}
                  ask: {title: 申请, cite: x}
                  waived: {title: 视为放弃, cite: x, starts: closed}
                """).done("notice 2026-03-02").done("mend 2026-03-04");
        assertThat(p.byLaw("2026-03-18")).isEmpty();
        assertThat(p.byLaw("2026-03-19")).containsExactly("waived 2026-03-18");
    }

    @Test
    void undoingDropsTheDutiesItCausedAndTheNeedsItMet() {
        MiniPack p = MiniPack.of("""
                acts:
                  decide: {title: 决定, cite: x, obliges: [{act: serve, within: 7 wd}]}
                  annul: {title: 撤销, cite: x, undoes: [decide]}
                  serve: {title: 送达, cite: x, needs: [decide]}
                """).done("decide 2026-03-02").done("annul 2026-03-03");
        assertThat(p.due("serve", "2026-03-03")).isEmpty();
        assertThat(p.open("serve 2026-03-03")).isFalse();
        assertThat(p.file.entries()).hasSize(2);
    }

    @Test
    void dutiesAboutAnObjectThatUndoingRemovedAreGoneWithIt() {
        MiniPack p = MiniPack.of(PARTIES + """
                acts:
                  join: {title: 追加, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
                  decide: {title: 决定, cite: x, obliges: [{act: tell, within: 5 wd}]}
                  tell: {title: 告知, cite: x, on: party}
                  annul: {title: 撤销追加, cite: x, undoes: [join]}
                """).done("join 2026-03-02 parties:=[p1]").done("decide 2026-03-03").done("annul 2026-03-04");
        assertThat(p.due("tell", "2026-03-05")).as("nobody could fulfil it").isEmpty();
        assertThat(p.open("end 2026-03-05")).isTrue();
    }

    @Test
    void whatExpiresByTheHourComesBeforeWhatExpiresWithItsDay() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x, obliges: [{act: b, within: 1 nd, on-expiry: x}, {act: c, within: 24 h, on-expiry: y}]}
                  b: {title: 乙, cite: x}
                  c: {title: 丙, cite: x}
                  x: {title: 其一, cite: x, starts: closed}
                  y: {title: 其二, cite: x, starts: closed, closes: [b]}
                """).done("a 2026-03-02T15:00");
        assertThat(p.byLaw("2026-03-04")).as("y at 15:00 closes b, whose duty would have run to midnight").containsExactly("y 2026-03-03T15:00");
    }

    @Test
    void closingForEachAsksEveryCombinationOfObjects() {
        MiniPack p = MiniPack.of("""
                objects:
                  party: {title: 当事人, plural: parties, fields: {properties: {name: {type: string}}}}
                  paper: {title: 文书, plural: papers, fields: {properties: {name: {type: string}}}}
                acts:
                  file: {title: 立案, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
                  issue: {title: 制作, cite: x, creates: {kind: paper, from: papers}, form: {properties: {papers: {type: array, items: {$ref: "#/objects/paper"}}}}}
                  serve: {title: 送达, cite: x, on: [paper, party], closes: [{act: announce, when-each: true}]}
                  announce: {title: 公告, cite: x}
                """).done("file 2026-03-02 parties:=[p1,p2]").done("issue 2026-03-02 papers:=[d1,d2]")
                .done("serve paper=d1 party=p1 2026-03-03").done("serve paper=d2 party=p2 2026-03-03");
        assertThat(p.open("announce 2026-03-04")).as("d1 was not served on p2").isTrue();
        p.done("serve paper=d1 party=p2 2026-03-04").done("serve paper=d2 party=p1 2026-03-04");
        assertThat(p.open("announce 2026-03-05")).isFalse();
    }

    @Test
    void theStageIsTheFurthestReachedAndOnlyUndoingLeadsBack() {
        MiniPack p = MiniPack.of("""
                stages: [调查, 决定, 执行]
                acts:
                  inspect: {title: 检查, cite: x, stage: 调查}
                  decide: {title: 决定, cite: x, stage: 决定}
                  annul: {title: 撤销, cite: x, kind: fact, stage: 执行, undoes: [decide]}
                """);
        assertThat(p.file.stage()).isEqualTo("调查");
        assertThat(p.done("decide 2026-03-02").file.stage()).isEqualTo("决定");
        assertThat(p.done("inspect 2026-03-03").file.stage()).as("a late act of an earlier stage").isEqualTo("决定");
        assertThat(p.done("annul 2026-03-04").file.stage()).as("the decision is undone").isEqualTo("调查");
    }

    @Test
    void anActThatCountsAsAnotherMakesItHappenToo() {
        MiniPack p = MiniPack.of("""
                acts:
                  keep: {title: 保存, cite: x, obliges: [{act: handle, within: 7 wd}]}
                  handle: {title: 处理, cite: x}
                  release: {title: 解除, cite: x, counts-as: [handle]}
                """).done("keep 2026-03-02").done("release 2026-03-03");
        assertThat(p.due("handle", "2026-03-04")).isEmpty();
    }

    @Test
    void aCaseActObligesEachLiveObjectAndLaterOnesOnlyWhenItSaysSo() {
        String pack = PARTIES + """
                acts:
                  file: {title: 立案, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
                  a: {title: 甲, cite: x, obliges: [{act: tell, within: 5 wd%s}]}
                  tell: {title: 告知, cite: x, on: party}
                """;
        MiniPack p = MiniPack.of(pack.formatted("")).done("file 2026-03-02 parties:=[p1,p2]").done("a 2026-03-03");
        assertThat(p.due("tell", "2026-03-03")).hasSize(2);
        assertThat(p.done("file 2026-03-04 parties:=[p3]").due("tell", "2026-03-04")).hasSize(2);
        MiniPack later = MiniPack.of(pack.formatted(", also-later: true")).done("file 2026-03-02 parties:=[p1]").done("a 2026-03-03");
        assertThat(later.done("file 2026-03-04 parties:=[p3]").due("tell", "2026-03-04")).containsExactly("2026-03-10", "2026-03-10");
    }

    @Test
    void anObjectOfAnotherKindBringsNoFurtherDuty() {
        MiniPack p = MiniPack.of("""
                objects:
                  party: {title: 当事人, plural: parties, fields: {properties: {name: {type: string}}}}
                  measure: {title: 物品, plural: measures, fields: {properties: {name: {type: string}}}}
                acts:
                  file: {title: 立案, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}, obliges: [{act: decide, within: 90 nd, also-later: true}]}
                  preserve: {title: 登记保存, cite: x, creates: measure, form: {properties: {id: {type: string}}}}
                  decide: {title: 决定, cite: x, on: party}
                """).done("file 2026-03-02 parties:=[p1]").done("preserve 2026-03-03 id:=m1");
        assertThat(p.due("decide", "2026-03-04")).hasSize(1);
    }

    @Test
    void openingAndClosingByTheCaseReachesLaterObjectsToo() {
        MiniPack p = MiniPack.of(PARTIES + """
                acts:
                  file: {title: 立案, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
                  shut: {title: 关, cite: x, closes: [tell]}
                  tell: {title: 告知, cite: x, on: party}
                  reopen: {title: 开, cite: x, on: party, opens: [tell]}
                """).done("file 2026-03-02 parties:=[p1]").done("shut 2026-03-03").done("file 2026-03-04 parties:=[p2]");
        assertThat(p.open("tell party=p2 2026-03-05")).isFalse();
        assertThat(p.done("reopen party=p2 2026-03-05").open("tell party=p2 2026-03-05")).isTrue();
        assertThat(p.open("tell party=p1 2026-03-05")).isFalse();
    }

    @Test
    void aGuardIsAskedOnceAtTheCausingAct() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x, form: {properties: {big: {type: boolean}}}, obliges: [{act: b, within: 5 wd, when: "act.big"}]}
                  b: {title: 乙, cite: x}
                """);
        assertThat(p.done("a 2026-03-02 big:=false").due("b", "2026-03-03")).isEmpty();
        assertThat(p.done("a 2026-03-03 big:=true").due("b", "2026-03-03")).hasSize(1);
    }

    @Test
    void aPeriodMayComeFromADocumentWithinItsLimit() {
        MiniPack p = MiniPack.of("""
                acts:
                  order: {title: 责令改正, cite: x, form: {properties: {days: {type: integer}}}, obliges: [{act: recheck, within: {from-form: days, unit: nd, at-most: 30}}]}
                  recheck: {title: 复查, cite: x}
                """);
        assertThat(p.done("order 2026-03-02 days:=10").due("recheck", "2026-03-03")).containsExactly("2026-03-12");
        assertThat(p.done("recheck 2026-03-03").done("order 2026-03-03 days:=99").due("recheck", "2026-03-03")).containsExactly("2026-04-02");
    }

    @Test
    void anActThatCreatesObjectsObligesOnlyForThose() {
        MiniPack p = MiniPack.of("""
                objects: {measure: {title: 物品, plural: measures, fields: {properties: {name: {type: string}}}}}
                acts:
                  preserve: {title: 登记保存, cite: x, creates: measure, form: {properties: {id: {type: string}, name: {type: string}}}, obliges: [{act: handle, within: 7 wd}]}
                  handle: {title: 处理, cite: x, on: measure}
                """).done("preserve 2026-03-02 id:=m1").done("preserve 2026-03-04 id:=m2");
        assertThat(p.due("handle", "2026-03-05")).containsExactly("2026-03-11", "2026-03-13");
    }

    @Test
    void aSumAddsUpAndADueDateIsThatOfTheBoundObject() {
        MiniPack p = MiniPack.of("""
                objects: {party: {title: 当事人, plural: parties, fields: {properties: {name: {type: string}}}}}
                figures:
                  paid: {title: 已缴, type: money, on: party, value: "sum(all('pay', party).map(p, p.amount))"}
                  payBy: {title: 缴款期限, type: date, on: party, value: "due('serve.obliges.pay')"}
                acts:
                  file: {title: 立案, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
                  serve: {title: 送达, cite: x, on: party, obliges: [{act: pay, within: 15 nd, owed-by: party, fulfilled-when: party.paid >= 100}]}
                  pay: {title: 缴款, cite: x, on: party, kind: fact, form: {properties: {amount: {type: integer}}}}
                """).done("file 2026-03-02 parties:=[p1,p2]").done("serve party=p1 2026-04-01").done("serve party=p2 2026-04-08");
        java.time.LocalDate day = java.time.LocalDate.parse("2026-04-09");
        assertThat(p.file.figures(day, "party", "p1")).containsEntry("payBy", "2026-04-16").containsEntry("paid", 0L);
        p.done("pay party=p1 2026-04-09 amount:=60").done("pay party=p1 2026-04-09 amount:=40");
        assertThat(p.due("pay", "2026-04-09")).containsExactly("2026-04-23");
    }

    @Test
    void pausedDaysAreThoseOfTheBoundObject() {
        MiniPack p = MiniPack.of("""
                objects: {party: {title: 当事人, plural: parties, fields: {properties: {name: {type: string}}}}}
                pauses: {remedy: {title: 复议期间, cite: x}}
                figures:
                  paused: {title: 不计日数, type: int, on: party, value: "pausedDays('remedy', date('2026-04-16'), act.date)"}
                acts:
                  file: {title: 立案, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
                  apply: {title: 申请, cite: x, on: party, begins-pause: remedy}
                  result: {title: 结果, cite: x, on: party, ends-pause: remedy}
                """).done("file 2026-03-02 parties:=[p1,p2]").done("apply party=p1 2026-04-20").done("result party=p1 2026-05-20");
        java.time.LocalDate day = java.time.LocalDate.parse("2026-06-01");
        assertThat(p.file.figures(day, "party", "p1")).containsEntry("paused", 30L);
        assertThat(p.file.figures(day, "party", "p2")).containsEntry("paused", 0L);
    }

    @Test
    void aFactThatMakesNoSenseYetIsNotOfferedButNeverRefused() {
        MiniPack p = MiniPack.of("""
                acts:
                  sue: {title: 起诉, cite: x, kind: fact}
                  judgment: {title: 裁判, cite: x, kind: fact, needs: [sue]}
                """);
        assertThat(offered(p)).contains("sue").doesNotContain("judgment");
        assertThat(p.open("judgment 2026-03-02")).isTrue();
        assertThat(p.rules("judgment 2026-03-02")).containsExactly("judgment.needs.sue");
        assertThat(offered(p.done("sue 2026-03-02"))).contains("judgment");
    }

    private static java.util.List<String> offered(MiniPack p) {
        return p.file.acts(org.mingfa.core.calendar.Moment.parse("2026-03-02"), "", java.util.List.of(), Registry.EMPTY).stream()
                .filter(CaseFile.ActState::open).map(a -> a.act().code()).toList();
    }

    @Test
    void aNewObjectMayHaveWhatAnOlderOneHadOnce() {
        assertThat(MiniPack.problems("""
                objects: {measure: {title: 物品, plural: measures, fields: {properties: {name: {type: string}}}}}
                acts:
                  preserve: {title: 登记保存, cite: x, creates: measure, form: {properties: {name: {type: string}}}, obliges: [handle]}
                  handle: {title: 处理, cite: x, on: measure, times: 1}
                """)).isEmpty();
    }
}
