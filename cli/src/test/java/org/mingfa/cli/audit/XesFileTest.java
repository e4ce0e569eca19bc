package org.mingfa.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingfa.cli.BadInput;
import org.mingfa.core.calendar.Moment;

class XesFileTest {
    private static final String EVENT = "<event><string key='concept:name' value='A'/><date key='time:timestamp' value='2006-07-24T10:00:00+02:00'/></event>";

    @TempDir
    private Path folder;

    @Test
    void readsNestedAttributesNamespacesAndUnknownElements() throws IOException {
        List<Trace> traces = read(utf8("""
                <?xml version="1.0"?>
                <x:log xmlns:x="http://www.xes-standard.org/" xmlns:my="urn:my"><my:note><x:trace/></my:note>
                  <x:trace>
                    <x:string key="place" value="here"><x:string key="concept:name" value="not the name"/></x:string>
                    <x:event><x:list key="l"><x:values><x:date key="time:timestamp" value="nonsense"/></x:values></x:list>
                      <x:date key="time:timestamp" value="2006-07-24T00:00:00.123+02:00"/><x:string key="concept:name" value="A &amp; B"/></x:event>
                    <x:string key="concept:name" value="last"/>
                  </x:trace>
                </x:log>"""));
        assertThat(traces).containsExactly(new Trace("last", List.of(new Trace.Event("A & B", Moment.parse("2006-07-24T00:00:00.123")))));
    }

    @Test
    void tellsGzipByItsFirstBytes() throws IOException {
        byte[] plain = utf8("<log><trace>" + EVENT + "</trace><trace/></log>");
        assertThat(read(gzip(plain))).isEqualTo(read(plain)).hasSize(2).extracting(Trace::name).containsExactly("#1", "#2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "\"\" | :1:1: ",
        "\"<log><trace>\n</log>\" | :2:",
        "\"<log><trace>\" | :1:",
        "\"<html/>\" | :1:8: not an XES log: it begins with <html>, not <log>",
        "\"<log/><log/>\" | :1:",
        "\"not xml\" | :1:1: ",
        "\"<!DOCTYPE log [<!ENTITY a 'b'>]><log/>\" | :1:",
        "\"<log><string key='&lt;' value='&boom;'/></log>\" | :1:",
    })
    void namesThePlaceOfABrokenFile(String text, String place) throws IOException {
        assertThatThrownBy(() -> read(utf8(text))).isInstanceOf(BadInput.class).hasMessageStartingWith(folder.resolve("log") + place);
    }

    @Test
    void readsNothingFromElsewhere() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "top secret");
        String bomb = "<!DOCTYPE log [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><log><trace><string key='concept:name' value='x'/>&s;" + EVENT + "</trace></log>";
        assertThatThrownBy(() -> read(utf8(bomb))).isInstanceOf(BadInput.class).hasMessageContaining("document type declaration");
    }

    @Test
    void noticesEveryPlaceWhereACompressedFileIsCutOff() throws IOException {
        byte[] whole = gzip(utf8("<log>" + ("<trace>" + EVENT + "</trace>").repeat(50) + "</log>\n"));
        for (int length = 2; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(BadInput.class).hasMessageMatching(".*log:\\d+:\\d+: (the compressed file ends too early|Premature end of file\\.)");
        }
        whole[whole.length - 6] ^= 1;
        assertThatThrownBy(() -> read(whole)).isInstanceOf(BadInput.class).hasMessageContaining("log:");
    }

    @Test
    void noticesEveryPlaceWhereAPlainFileIsCutOff() throws IOException {
        byte[] whole = utf8("<log><trace>" + EVENT + "</trace></log>");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(BadInput.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<event><date key='time:timestamp' value='2006-07-24T10:00:00+02:00'/></event> | trace 'c7', event 2 has no concept:name",
        "<event><string key='concept:name' value='B'/></event> | trace 'c7', event 2 (B) has no time:timestamp",
        "<event><string key='concept:name'/></event> | trace 'c7', event 2: concept:name has no value",
        "<event><date key='time:timestamp' value='soon'/></event> | trace 'c7', event 2: not a timestamp: 'soon'",
    })
    void namesTraceAndEventOfWhatIsMissing(String event, String message) {
        assertThatThrownBy(() -> read(utf8("<log><trace><string key='concept:name' value='c7'/>\n" + EVENT + "\n" + event + "</trace></log>")))
                .isInstanceOf(BadInput.class).hasMessageStartingWith(folder.resolve("log") + ":3:").hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "2006-07-24T00:00:00+02:00, 2006-07-24T00:00", "2006-07-24T23:59:59.999-11:00, 2006-07-24T23:59:59.999",
        "2006-07-24T10:00:00Z, 2006-07-24T10:00", "2006-07-24T10:00:00, 2006-07-24T10:00", "2024-02-29T10:00:00.123456789Z, 2024-02-29T10:00:00.123456789",
        "2006-07-24T10:00:00.12345678901Z, 2006-07-24T10:00:00.123456789",
    })
    void readsTimestampsInTheirOwnOffset(String text, String local) {
        assertThat(Timestamp.parse(text)).isEqualTo(Moment.parse(local));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2006-07-24", "2006-02-30T00:00:00Z", "2006-07-24T24:00:00Z", "2006-07-24T00:00:00+0200", "2006-07-24T00:00:00+02:00x",
        "2006-07-24T00:00:00.Z", "2006-07-24T00:00:00+15:00", "2006-07-24 00:00:00Z", "06-07-2024T00:00:00Z", "2006-07-24T00:00:0aZ",
        "2006-07-24T00:00:00+2:000", "２006-07-24T00:00:00Z"})
    void refusesWhatIsNoTimestamp(String text) {
        assertThatThrownBy(() -> Timestamp.parse(text)).isInstanceOf(java.time.DateTimeException.class);
    }

    private List<Trace> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("log"), bytes);
        var traces = new ArrayList<Trace>();
        try (var log = new ReadAhead(new XesFile(file))) {
            log.forEach(traces::add);
        }
        return traces;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gz = new GZIPOutputStream(out)) {
            gz.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
