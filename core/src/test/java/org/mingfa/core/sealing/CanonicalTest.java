package org.mingfa.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8785 with its own vectors (sections 3.2 and appendix B). */
class CanonicalTest {

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0", "8000000000000000, 0", "0000000000000001, 5e-324", "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308", "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992", "c340000000000000, -9007199254740992", "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22", "44b52d02c7e14af6, 1e+23", "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000", "444b1ae4d6e2ef4f, 999999999999999900000", "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7", "3eb0c6f7a0b5ed8d, 0.000001", "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325", "41b3de4355555555, 333333333.3333333", "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343", "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void writesNumbersAsEcmaScriptDoes(String bits, String text) {
        assertThat(Canonical.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))).isEqualTo(text);
    }

    @Test
    void writesTheExampleOfTheStandard() {
        String input = """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}""";
        assertThat(Canonical.text(Canonical.parse(utf8(input)))).isEqualTo(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void ordersPropertiesByUtf16CodeUnits() {
        var map = new HashMap<String, Object>();
        List.of("€", "\r", "\ufb33", "1", "😀", "\u0080", "ö").forEach(key -> map.put(key, 1));
        Map<?, ?> read = (Map<?, ?>) Canonical.parse(Canonical.of(map));
        assertThat(new ArrayList<Object>(read.keySet())).containsExactly("\r", "1", "\u0080", "ö", "€", "😀", "\ufb33");
    }

    @Test
    void writesWhatItReads() {
        Map<String, Object> form = new HashMap<>();
        form.put("fine", 5_000_000L);
        form.put("count", 3);
        form.put("party", Arrays.asList("甲公司", null, true, List.of(), Map.of()));
        byte[] bytes = Canonical.of(form);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"count\":3,\"fine\":5000000,\"party\":[\"甲公司\",null,true,[],{}]}");
        assertThat(Canonical.of(Canonical.parse(bytes))).isEqualTo(bytes);
    }

    @Test
    void refusesWhatHasNoSingleForm() {
        assertThatThrownBy(() -> Canonical.of(Map.of("a", List.of(1, new BigDecimal("1.5")))))
                .hasMessage("no canonical form for BigDecimal at /a/1");
        assertThatThrownBy(() -> Canonical.of(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Canonical.of(1L << 53)).hasMessageContaining("2^53");
        assertThatThrownBy(() -> Canonical.of(Long.MIN_VALUE)).hasMessageContaining("2^53");
        assertThatThrownBy(() -> Canonical.of("\ud800")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> Canonical.of("\udc00\ud800")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> Canonical.of(Map.of(1, 2))).hasMessageContaining("not text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "01", "1.", ".5", "+1", "1e", "-", "nul", "\"",
        "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"a\nb\"", "[1]]", "1 2", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"\\u0062\":2}}", "NaN",
        "9007199254740992", "1e999", "'a'", "[1]//"})
    void readsStrictly(String json) {
        assertThatThrownBy(() -> Canonical.parse(utf8(json)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("not JSON at character ");
    }

    @Test
    void readsUtf8OnlyAndNotForEver() {
        assertThatThrownBy(() -> Canonical.parse(new byte[] {'"', (byte) 0xff, '"'})).hasMessage("not UTF-8");
        assertThatThrownBy(() -> Canonical.parse(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'})).hasMessage("not UTF-8");
        assertThatThrownBy(() -> Canonical.parse(utf8("[".repeat(100_000)))).hasMessageContaining("deeper");
    }

    @Test
    void readsNumbersByTheirShape() {
        assertThat(Canonical.parse(utf8(" -12 "))).isEqualTo(-12L);
        assertThat(Canonical.parse(utf8("12.0"))).isEqualTo(12.0);
        assertThat(Canonical.parse(utf8("9007199254740991"))).isEqualTo(9007199254740991L);
        assertThat(Canonical.parse(utf8("\"\\ud83d\\ude00\""))).isEqualTo("😀");
        assertThat(Canonical.parse(utf8("null"))).isNull();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
