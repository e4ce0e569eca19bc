package org.mingfa.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of GB/T 32905-2016 appendix A, RFC 6234 and FIPS 180-4. */
class DigestsTest {

    @ParameterizedTest
    @CsvSource({
        "abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    })
    void sm3(String text, String digest) {
        assertThat(Digests.sm3(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(digest);
        assertThat(Digests.sm3Bytes(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(HexFormat.of().parseHex(digest));
    }

    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    })
    void sha256(String text, String digest) {
        assertThat(Digests.sha256(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(digest);
        assertThat(Digests.sha256Bytes(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(HexFormat.of().parseHex(digest));
    }
}
