package org.mingfa.server.disclosure.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers here are invented; those with a check character carry a right one. */
class MaskingTest {
    private static final Masking MASKING = Masking.load(false);

    private static String masked(String text) {
        return MASKING.mask(text, Facts.NONE).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２ｘ", "110105 19491231 002X",
        "110105-19491231-002X", "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", "110105\u3000194912\u300031002X", "110105\u200B19491231\u200B002X",
        "440524188001010014", "110105491231002"
    })
    void removesAnIdNumberHoweverItIsWritten(String number) {
        String text = masked("当事人身份证：" + number + "，");
        assertThat(text).isEqualTo("当事人身份证：（身份证件号码略），");
        assertThat(MASKING.leaks("号码" + number, Facts.NONE)).extracting(Rule::id).contains("MSK-03");
    }

    @Test
    void findsAnIdNumberBehindADateAndAmongOtherDigits() {
        assertThat(masked("于2026-05-12 110105 19491231 002X签收")).isEqualTo("于2026-05-12 （身份证件号码略）签收");
        assertThat(masked("编码9911010519491231002X")).doesNotContain("19491231");
    }

    @Test
    void leavesNumbersThatAreNoIdNumbers() {
        String text = "货值123456789012345678元，批号20260303，编号110105194912310021，罚款3000.00元，2026年5月12日";
        assertThat(masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91330106673959654P", "91230500MA1B3N1N2M", "11230500001755309F"})
    void neverMasksACreditCode(String code) {
        assertThat(masked("统一社会信用代码：" + code + "。")).isEqualTo("统一社会信用代码：" + code + "。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13812345678", "138 1234 5678", "138-1234-5678", "１３８１２３４５６７８", "+8613812345678", "86 138 1234 5678", "0355-2026123", "010-62345678"})
    void removesPhoneNumbers(String phone) {
        assertThat(masked("电话" + phone + "。")).isIn("电话（电话号码略）。", "电话+（电话号码略）。");
    }

    @Test
    void removesAPhoneNumberBehindADate() {
        assertThat(masked("2026-05-12 13812345678")).isEqualTo("2026-05-12 （电话号码略）");
    }

    @Test
    void removesCardNumbersWithTheirCheckDigitOnly() {
        assertThat(masked("付款卡6222 0200 0000 0000 008。")).isEqualTo(Checks.bankCard("6222020000000000008") ? "付款卡（银行账号略）。" : "付款卡6222 0200 0000 0000 008。");
        assertThat(Checks.bankCard("4111111111111111")).isTrue();
        assertThat(masked("卡 4111 1111 1111 1111 付款")).isEqualTo("卡 （银行账号略） 付款");
        assertThat(masked("批次4111111111111112号")).isEqualTo("批次4111111111111112号");
    }

    @Test
    void removesAnOrganisationsAccountToo() {
        assertThat(masked("银行账号：0505 1234 5678，")).isEqualTo("银行账号：（银行账号略），");
    }

    @Test
    void removesMailAddressesPlatesAndPropertyCertificates() {
        assertThat(masked("邮箱zhang.san@example.com，")).isEqualTo("邮箱（电子邮箱略），");
        assertThat(masked("驾驶晋D·12345号车和晋DF12345新能源车")).isEqualTo("驾驶（车辆号牌略）号车和（车辆号牌略）新能源车");
        assertThat(masked("晋(2020)长治市不动产权第0012345号房屋")).contains("（权属证书编号略）").doesNotContain("0012345");
        assertThat(masked("微信：zhangsan_88。")).isEqualTo("微信：（联系方式略）。");
        assertThat(masked("晋市监罚〔2026〕1号")).isEqualTo("晋市监罚〔2026〕1号");
    }

    @Test
    void cutsAHomeAddressBelowTheDistrict() {
        var facts = new Facts(List.of(), List.of(), List.of(), List.of(), List.of("山西省明川市城东区文昌街12号3单元501室"));
        assertThat(MASKING.mask("住所（住址）：山西省明川市城东区文昌街１２号3单元501室", facts).text()).isEqualTo("住所（住址）：山西省明川市城东区（具体住址略）");
        assertThat(masked("证人家庭住址：明川市城东区文昌街12号，")).isEqualTo("证人家庭住址：明川市城东区（具体住址略），");
    }

    @Test
    void namesOtherPersonsByTheirSurnameAndTellsThemApart() {
        var facts = new Facts(List.of("顺达食品商行"), List.of(), List.of("张三", "张小四", "欧阳娜娜", "李五"), List.of(), List.of());
        assertThat(MASKING.mask("张三、张 小四、欧阳娜娜和李五证实。", facts).text()).isEqualTo("张某甲、张某乙、欧阳某和李某证实。");
    }

    @Test
    void shortensAPartyUnlessTheProfileKeepsNames() {
        var facts = new Facts(List.of(), List.of("王大勇"), List.of(), List.of(), List.of());
        assertThat(MASKING.mask("当事人：王大勇", facts).text()).isEqualTo("当事人：王某");
        assertThat(Masking.load(true).mask("当事人：王大勇", facts).text()).isEqualTo("当事人：王大勇");
    }

    @Test
    void findsANameThatOnlyTheTextKnows() {
        assertThat(masked("证人赵铁柱证实，消费者钱多多投诉。")).isEqualTo("证人赵某证实，消费者钱某投诉。");
    }

    @Test
    void removesTheReporterAltogether() {
        var facts = new Facts(List.of(), List.of(), List.of(), List.of("孙举报"), List.of());
        assertThat(MASKING.mask("根据孙举报提供的线索", facts).text()).isEqualTo("根据举报人提供的线索");
    }

    @Test
    void neverMasksOrganisationsOfficersAndTheirCertificates() {
        var facts = new Facts(List.of("明川市王大勇食品店", "李建国", "14990100123"), List.of("王大勇"), List.of("李建国"), List.of(), List.of());
        String text = "明川市王大勇食品店，执法人员李建国（执法证号：14990100123）";
        assertThat(MASKING.mask(text, facts).text()).isEqualTo(text);
        assertThat(MASKING.leaks(text, facts)).isEmpty();
    }

    @Test
    void changesNothingOutsideItsMasks() {
        String text = "甲１３８１２３４５６７８乙\n丙11010519491231002x丁𠮷";
        var masked = MASKING.mask(text, Facts.NONE);
        var rest = new StringBuilder();
        int at = 0;
        for (Mask mask : masked.masks()) {
            rest.append(text, at, mask.from());
            at = mask.to();
        }
        rest.append(text.substring(at));
        assertThat(rest.toString()).isEqualTo("甲乙\n丙丁𠮷");
        assertThat(masked.masks()).allSatisfy(mask -> assertThat(mask.rule()).startsWith("MSK-"));
    }

    @Test
    void everyRuleSaysWhatItIsAndWhichTextDemandsIt() {
        assertThat(MASKING.rules()).allSatisfy(rule -> {
            assertThat(rule.title()).isNotBlank();
            assertThat(rule.cite()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"当事人于2026年5月12日销售1 2 3 4 5 6 7 8 9 0-11-22-33袋，电话 ", "1", "1 ", "a.", "不动产权第", "家庭住址：市区县"})
    void staysQuickOnLongAndHostileText(String piece) {
        String text = piece.repeat(40_000 / piece.length());
        long start = System.nanoTime();
        MASKING.mask(text, Facts.NONE);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(8000);
    }
}
