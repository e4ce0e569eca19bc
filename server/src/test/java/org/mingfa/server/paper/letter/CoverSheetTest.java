package org.mingfa.server.paper.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An address is broken so that no line leaves the window, and no house number is torn where it need not be. */
class CoverSheetTest {

    private static final Envelope C5 = Envelope.of("c5", "C5", 229, 162, 148.5, new Envelope.Box(25, 40, 100, 40));

    private static CoverSheet.Content to(String name, String address) {
        return new CoverSheet.Content(new Recipient("party-1", name, null, null, address, ""), "云岭市市场监督管理局", List.of());
    }

    @Test
    void aNumberStaysWholeAndALongWordIsBroken() {
        assertThat(CoverSheet.broken("望江大道1888号", 6)).containsExactly("望江大道", "1888号");
        assertThat(CoverSheet.broken("12345678901234", 4)).containsExactly("123456", "789012", "34");
        assertThat(CoverSheet.broken("", 4)).containsExactly("");
    }

    @Test
    void aLongAddressIsSetSmallerAndOneThatStillDoesNotFitIsNotPrinted() {
        assertThat(CoverSheet.of(to("甲公司", "云台路1号"), C5).orElseThrow()).contains("font-size:12.0pt");
        assertThat(CoverSheet.of(to("甲公司", "云台路".repeat(20)), C5).orElseThrow()).doesNotContain("font-size:12.0pt").containsPattern("font-size:(8|9|10|11)\\.0pt");
        assertThat(CoverSheet.of(to("甲公司", "云台路".repeat(60)), C5)).isEmpty();
    }

    @Test
    void aWindowThatReachesBeyondTheSheetPutsNothingBesideIt() {
        Envelope wide = Envelope.of("dl", "DL", 220, 110, 99, new Envelope.Box(150, 30, 160, 70));
        assertThat(wide.zone().left() + wide.zone().width()).isLessThanOrEqualTo(205);
        assertThat(wide.zone().top() + wide.zone().height()).isLessThanOrEqualTo(94);
    }

    @Test
    void whatIsWrittenIntoAnAddressIsTextAndNothingElse() {
        assertThat(CoverSheet.of(to("<b>甲</b>&乙", "云台路\u000B1号\n2室"), C5).orElseThrow()).contains("&lt;b&gt;甲&lt;/b&gt;&amp;乙", "云台路 1号 2室");
    }
}
