package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelationsTest {

    @Test
    void anActThatNeedsAnotherIsBarredUntilThatHasHappened() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x}
                  b: {title: 乙, cite: x, needs: [a]}
                """);
        assertThat(p.rules("b 2026-03-02")).containsExactly("b.needs.a");
        assertThat(p.done("a 2026-03-02").open("b 2026-03-02")).isTrue();
    }

    @Test
    void afterAPeriodMeansLaterThanItsLastDayAndADelayMeansNotBeforeIt() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x}
                  full: {title: 乙, cite: x, needs: [{act: a, after: 5 wd}]}
                  delay: {title: 丙, cite: x, needs: [{act: a, delay: 5 wd}]}
                """).done("a 2026-03-23");
        assertThat(p.open("full 2026-03-30")).isFalse();
        assertThat(p.open("full 2026-03-31")).isTrue();
        assertThat(p.open("delay 2026-03-27")).isFalse();
        assertThat(p.open("delay 2026-03-30")).isTrue();
    }

    @Test
    void aWaitingPeriodRollsForwardFromARestDayUnlessStrict() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x}
                  rolls: {title: 乙, cite: x, needs: [{act: a, after: 15 nd}]}
                  strict: {title: 丙, cite: x, needs: [{act: a, after: 15 nd, strict: true}]}
                """).done("a 2026-09-18");
        assertThat(p.open("rolls 2026-10-08")).as("15 days end on 10-03, a holiday, and so on 10-08").isFalse();
        assertThat(p.open("rolls 2026-10-09")).isTrue();
        assertThat(p.open("strict 2026-10-04")).isTrue();
    }

    @Test
    void aWaiverEndsTheWaitingOnlyIfItCameAfterTheLatestHappening() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x}
                  waive: {title: 放弃, cite: x}
                  b: {title: 乙, cite: x, needs: [{act: a, after: 5 wd, ends-early: waive}]}
                """).done("a 2026-03-23").done("waive 2026-03-24");
        assertThat(p.open("b 2026-03-24")).isTrue();
        assertThat(p.done("a 2026-03-25").open("b 2026-03-26")).isFalse();
    }

    @Test
    void aWaiverOfTheSameDayCountsOnlyIfItCameAfter() {
        String pack = """
                acts:
                  a: {title: 甲, cite: x}
                  waive: {title: 放弃, cite: x}
                  b: {title: 乙, cite: x, needs: [{act: a, after: 5 wd, ends-early: waive}]}
                """;
        assertThat(MiniPack.of(pack).done("waive 2026-03-23").done("a 2026-03-23").open("b 2026-03-23")).isFalse();
        assertThat(MiniPack.of(pack).done("a 2026-03-23").done("waive 2026-03-23").open("b 2026-03-23")).isTrue();
    }

    @Test
    void aConditionOnTheNeededActLooksAtItsLatestHappening() {
        MiniPack p = MiniPack.of("""
                acts:
                  review: {title: 审核, cite: x, form: {properties: {result: {type: string}}}}
                  decide: {title: 决定, cite: x, needs: [{act: review, where: "it.result == 'pass'"}]}
                """).done("review 2026-03-02 result:=pass");
        assertThat(p.open("decide 2026-03-03")).isTrue();
        assertThat(p.done("review 2026-03-03 result:=return").open("decide 2026-03-04")).isFalse();
    }

    @Test
    void aClosedActIsNotWaitedForUnlessItIsASafeguard() {
        MiniPack p = MiniPack.of("""
                acts:
                  hearing: {title: 听证, cite: x, starts: closed}
                  ask: {title: 申请, cite: x, opens: [hearing]}
                  b: {title: 乙, cite: x, needs: [hearing]}
                  c: {title: 丙, cite: x, needs: [{act: hearing, even-if-closed: true}]}
                """);
        assertThat(p.open("b 2026-03-02")).isTrue();
        assertThat(p.open("c 2026-03-02")).isFalse();
        assertThat(p.open("hearing 2026-03-02")).isFalse();
        assertThat(p.done("ask 2026-03-02").open("b 2026-03-02")).isFalse();
        assertThat(p.done("hearing 2026-03-03").open("c 2026-03-03")).isTrue();
    }

    @Test
    void eachRangesOverTheLiveObjectsAndOverNoneIsFalseUnlessSaid() {
        MiniPack p = MiniPack.of("""
                objects: {party: {title: 当事人, plural: parties, fields: {properties: {name: {type: string}}}}}
                acts:
                  file: {title: 立案, cite: x, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
                  notice: {title: 告知, cite: x, on: party}
                  decide: {title: 决定, cite: x, needs: [{act: notice, each: party}]}
                  archive: {title: 归档, cite: x, needs: [{act: notice, each: party, or-none: true}]}
                """);
        assertThat(p.open("decide 2026-03-02")).isFalse();
        assertThat(p.open("archive 2026-03-02")).isTrue();
        p.done("file 2026-03-02 parties:=[p1,p2]").done("notice party=p1 2026-03-03");
        assertThat(p.rules("decide 2026-03-04")).containsExactly("decide.needs.notice");
        assertThat(p.done("notice party=p2 2026-03-03").open("decide 2026-03-04")).isTrue();
    }

    @Test
    void anActOnAnObjectThatIsNotInTheCaseIsBarred() {
        MiniPack p = MiniPack.of("""
                objects: {measure: {title: 物品, plural: measures, fields: {properties: {name: {type: string}}}}}
                acts:
                  seize: {title: 登记保存, cite: x, creates: measure, form: {properties: {id: {type: string}, name: {type: string}}}}
                  release: {title: 解除, cite: x, on: measure, ends: measure}
                """);
        assertThat(p.rules("release measure=m1 2026-03-02")).containsExactly("release.object");
        p.done("seize 2026-03-02 id:=m1 name:=箱").done("release measure=m1 2026-03-03");
        assertThat(p.rules("release measure=m1 2026-03-04")).containsExactly("release.object");
    }

    @Test
    void anActWaitsForAnOpenDutyAndNotForOneThatIsDone() {
        MiniPack p = MiniPack.of("""
                acts:
                  seize: {title: 扣押, cite: x, obliges: [{act: report, within: 24 h}]}
                  report: {title: 报告, cite: x}
                  b: {title: 乙, cite: x, waits-for: [report]}
                """);
        assertThat(p.open("b 2026-03-02")).isTrue();
        assertThat(p.done("seize 2026-03-02T09:00").rules("b 2026-03-02T10:00")).containsExactly("b.waits-for.report");
        assertThat(p.done("report 2026-03-02T11:00").open("b 2026-03-02T12:00")).isTrue();
    }

    @Test
    void anActMayHappenAsOftenAsTimesSaysUntilItIsUndone() {
        MiniPack p = MiniPack.of("""
                acts:
                  decide: {title: 决定, cite: x, times: 1}
                  annul: {title: 撤销, cite: x, undoes: [decide]}
                """).done("decide 2026-03-02");
        assertThat(p.rules("decide 2026-03-03")).containsExactly("decide.times");
        assertThat(p.done("annul 2026-03-03").open("decide 2026-03-04")).isTrue();
    }

    @Test
    void aWindowEndsOnItsLastDay() {
        MiniPack p = MiniPack.of("""
                acts:
                  notice: {title: 告知, cite: x, opens: [{act: ask, until: 5 wd}]}
                  ask: {title: 申请听证, cite: x, starts: closed}
                """).done("notice 2026-02-12");
        assertThat(p.open("ask 2026-02-26")).as("T5 of law.md 8.4").isTrue();
        assertThat(p.rules("ask 2026-02-27")).containsExactly("notice.opens.ask");
    }

    @Test
    void aFinalActWaitsForEveryDutyOfTheAgencyButNotForTheParty() {
        MiniPack p = MiniPack.of("""
                acts:
                  decide: {title: 决定, cite: x, obliges: [{act: serve, within: 7 wd}, {act: pay, within: 15 nd, owed-by: party}, {act: publish, within: 7 wd, outlives-case: true}]}
                  serve: {title: 送达, cite: x}
                  pay: {title: 缴款, cite: x, kind: fact}
                  publish: {title: 公示, cite: x, after-end: true}
                """).done("decide 2026-03-02");
        assertThat(p.rules("end 2026-03-03")).containsExactly("end.final");
        p.done("serve 2026-03-03").done("end 2026-03-04");
        assertThat(p.file.ended()).isTrue();
        assertThat(p.open("serve 2026-03-05")).isFalse();
        assertThat(p.open("publish 2026-03-05")).isTrue();
    }

    @Test
    void factsAreNeverRefused() {
        MiniPack p = MiniPack.of("""
                acts:
                  a: {title: 甲, cite: x}
                  pay: {title: 缴款, cite: x, kind: fact, needs: [a]}
                """);
        assertThat(p.open("pay 2026-03-02")).isTrue();
        assertThat(p.rules("pay 2026-03-02")).containsExactly("pay.needs.a");
    }
}
