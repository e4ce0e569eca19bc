package org.mingfa.server.record.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Circumstances;
import org.mingfa.server.record.NewEntry;

/** An entry once written must be read, and hashed, alike for ever: the golden file never changes; its hashes are OpenSSL's. */
class EntryFormatTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/entry-v1.json");
    private static final CaseKey KEY = new CaseKey(3, 734982734987234L);
    private static final Instant RECORDED = Instant.parse("2026-03-02T01:30:00.123456Z");

    private static NewEntry entry() {
        Act act = new Act(
                "serve-notice",
                Moment.parse("2026-03-02T09:30"),
                Map.of("party", "party-1"),
                "12",
                List.of("officer"),
                List.of("12", "15"),
                Map.of("fine", 5_000_000L, "method", "直接送达", "hearing", true, "grounds", List.of("一", "二"), "name",
                        Map.of("$sealed", Map.of("p", "party-1", "n", "AAAAAAAAAAAAAAAA", "c", "c2VhbGVk"))));
        Registry registry = new Registry(
                Map.of("id", "7", "standing", true), Map.of("id", "12"), List.of(Map.of("id", "12", "certified", true)), Map.of());
        Circumstances circumstances = new Circumstances(
                "补录纸质送达回证", "9", List.of(new Circumstances.Attached("f1", "送达回证.jpg", "image/jpeg", 34567, "aa", "bb")), Map.of("packs", "cc", "calendar", "dd"));
        return new NewEntry(act, registry, Mode.LATE, 2L, circumstances, List.of());
    }

    @Test
    void anEntryOfVersion1IsWrittenAsItEverWas() throws Exception {
        byte[] bytes = EntryFormat.write(KEY, 7, 4, RECORDED, entry(), entry().act().form());
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void itsHashesAreAsTheyEverWere() throws Exception {
        byte[] bytes = Files.readAllBytes(GOLDEN);
        assertThat(HexFormat.of().formatHex(Links.sha256(new byte[32], bytes))).isEqualTo("de6c97507e68f75efe2f27d0fb3542d197b24a53fca76892e59de3ab19ab2a76");
        assertThat(HexFormat.of().formatHex(Links.sm3(new byte[32], bytes))).isEqualTo("9b66a8ff36c331facbc0bb32d77468aadb21c24841e32e0e26c71cacfd23c540");
    }

    @Test
    void anEntryOfVersion1IsReadAsItWasWritten() throws Exception {
        EntryFormat.Contents read = EntryFormat.read(1, Files.readAllBytes(GOLDEN));
        NewEntry written = entry();
        assertThat(read).isEqualTo(new EntryFormat.Contents(
                KEY, 7, 4, RECORDED, written.act(), written.registry(), written.mode(), written.corrects(), written.circumstances()));
    }

    @Test
    void anUnknownVersionAndDamagedBytesAreRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(GOLDEN);
        assertThatThrownBy(() -> EntryFormat.read(2, bytes)).hasMessageContaining("version 2");
        assertThatThrownBy(() -> EntryFormat.read(1, "{}".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("not a String");
        assertThatThrownBy(() -> EntryFormat.read(1, java.util.Arrays.copyOf(bytes, 50))).isInstanceOf(IllegalArgumentException.class);
    }
}
