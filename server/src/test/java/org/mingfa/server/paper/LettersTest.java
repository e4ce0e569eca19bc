package org.mingfa.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.disclosure.DecidedCase;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters in a batch (成批打印): in the order chosen, the address where the window shows it, what is missing told, nothing of others. */
@ServerTest
@Import(TestCity.class)
class LettersTest {

    private static final double MM = 72 / 25.4;
    private static final String COMPANY = "云岭市禾穗坊食品有限公司";
    private static final List<String> ALL = List.of("cover", "document", "receipt");

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private Bureau bureau;
    private Desk officer;

    @BeforeEach
    void aBureau() {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
    }

    private DecidedCase decided(Map<String, Object> party) {
        DecidedCase made = new DecidedCase(bureau, port);
        if (!party.isEmpty()) {
            made.against(party);
        }
        assertThat(made.decide().status()).isEqualTo(201);
        return made;
    }

    private Map<String, Object> one(String caseId, String title) {
        String id = officer.get("/api/cases/" + caseId + "/documents").valueStream().filter(d -> d.path("title").asString().equals(title)).reduce((a, b) -> b).orElseThrow().path("id").asString();
        return Map.of("caseId", caseId, "id", id);
    }

    private static Map<String, Object> asked(List<Map<String, Object>> documents, List<String> parts, String envelope, boolean duplex) {
        return Map.of("documents", documents, "parts", parts, "envelope", envelope, "duplex", duplex);
    }

    private HttpResponse<byte[]> print(Desk desk, Map<String, Object> asked) {
        return desk.browser.bytes(desk.browser.request("/api/letters/print").header("X-XSRF-TOKEN", desk.browser.csrf()).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.builder().build().writeValueAsString(asked))));
    }

    private PDDocument printed(Map<String, Object> asked) throws IOException {
        HttpResponse<byte[]> answer = print(officer, asked);
        assertThat(answer.statusCode()).as(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).lines().findFirst().orElse("")).isEqualTo(200);
        return Loader.loadPDF(answer.body());
    }

    private static String page(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).replaceAll("[\\s　]", "");
    }

    private static List<String> pages(PDDocument pdf) throws IOException {
        List<String> all = new ArrayList<>();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            all.add(page(pdf, page));
        }
        return all;
    }

    /** Text within a rectangle in millimetres of a page's left upper corner. */
    private static String within(PDDocument pdf, int page, double left, double top, double width, double height) throws IOException {
        PDFTextStripperByArea area = new PDFTextStripperByArea();
        area.addRegion("window", new Rectangle2D.Double(left * MM, top * MM, width * MM, height * MM));
        area.extractRegions(pdf.getPage(page - 1));
        return area.getTextForRegion("window").replaceAll("[\\s　]", "");
    }

    private void confirmed(DecidedCase made, String address) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("address", address, "electronic", false, "signed", true, "recipient", "赵代收"));
        assertThat(made.send(bureau.officer, made.onParty(made.act("confirm-address", Bureau.TODAY, false, form))).status()).isEqualTo(201);
    }

    @Test
    void lettersAreInTheOrderChosenEachPieceOnTheFrontOfASheet() throws IOException {
        String first = decided(Map.of()).id();
        String second = decided(Map.of("kind", "natural", "name", "林予安", "idNo", "110101199003078515", "address", "云岭市南山路22号3幢502室")).id();
        long seq = officer.seq(first);
        try (PDDocument pdf = printed(asked(List.of(one(second, "行政处罚事先告知书"), one(first, "行政处罚事先告知书")), ALL, "dl", true))) {
            List<String> pages = pages(pdf);
            List<Integer> covers = IntStream.rangeClosed(1, pages.size()).filter(p -> pages.get(p - 1).contains("地址对着窗口")).boxed().toList();
            assertThat(covers).hasSize(2).allMatch(p -> p % 2 == 1);
            assertThat(pages.get(covers.getFirst() - 1)).contains("林予安收");
            assertThat(pages.get(covers.getLast() - 1)).contains(COMPANY);
            assertThat(pages.get(1)).isEmpty();
            assertThat(pages.get(2)).contains("行政处罚事先告知书");
            int receipt = IntStream.rangeClosed(1, pages.size()).filter(p -> pages.get(p - 1).contains("受送达人")).findFirst().orElseThrow();
            assertThat(receipt).isBetween(4, covers.getLast() - 1);
            assertThat(receipt % 2).isEqualTo(1);
            byte[] alone = officer.browser.bytes("/api/cases/" + second + "/documents/" + one(second, "行政处罚事先告知书").get("id") + "?format=pdf").body();
            try (PDDocument own = Loader.loadPDF(alone)) {
                assertThat(pages.subList(2, 2 + own.getNumberOfPages())).isEqualTo(pages(own));
            }
        }
        assertThat(officer.seq(first)).as("the record is as it was").isEqualTo(seq);
        try (PDDocument pdf = printed(asked(List.of(one(first, "行政处罚事先告知书")), ALL, "dl", false))) {
            assertThat(pages(pdf).get(1)).contains("行政处罚事先告知书");
        }
    }

    @Test
    void theAddressStandsInTheWindowHoweverTheSheetLiesInItsEnvelope() throws IOException {
        DecidedCase made = decided(Map.of());
        confirmed(made, "云岭市滨江新区长堤街道望江大道1888号云岭国际商务中心东塔27层2701室，邮编：362200");
        Browser.Answer set = new Desk(port, bureau.head).browser.send("PUT", "/api/letters/sender", "{\"address\":\"云岭市政务大道9号\",\"postcode\":\"362000\"}");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        String expected = "362200云岭市滨江新区长堤街道望江大道1888号云岭国际商务中心东塔27层2701室" + COMPANY + "收代收人：赵代收寄：";
        Map<String, double[]> envelopes = Map.of("dl", new double[] {25, 30, 100, 40, 10, 11, 99}, "c5", new double[] {25, 40, 100, 40, 19, 13.5, 148.5});
        for (Map.Entry<String, double[]> e : envelopes.entrySet()) {
            double[] w = e.getValue();
            try (PDDocument pdf = printed(asked(List.of(one(made.id(), "行政处罚决定书")), List.of("cover"), e.getKey(), true))) {
                for (double[] shift : new double[][] {{0, 0}, {w[4], 0}, {0, w[5]}, {w[4], w[5]}}) {
                    assertThat(within(pdf, 1, w[0] - shift[0], w[1] - shift[1], w[2], w[3])).as("%s %s", e.getKey(), shift).startsWith(expected).endsWith("云岭市政务大道9号362000");
                }
                assertThat(within(pdf, 1, 0, 0, 210, w[1])).isEmpty();
                assertThat(within(pdf, 1, 0, w[1] + w[3], 210, w[6] - w[1] - w[3])).isEmpty();
                assertThat(within(pdf, 1, 0, w[6], 210, 297 - w[6])).contains("行政处罚决定书");
            }
        }
    }

    @Test
    void whatIsMissingIsToldBeforehandAndOnTheLastPage() throws IOException {
        DecidedCase made = decided(Map.of());
        DecidedCase homeless = new DecidedCase(bureau, port).against(new LinkedHashMap<>(Map.of("kind", "natural", "name", "林予安", "idNo", "110101199003078515")));
        homeless.decide();
        List<Map<String, Object>> chosen = List.of(one(homeless.id(), "行政处罚事先告知书"), one(made.id(), "行政处罚决定书"), one(made.id(), "询问笔录"));
        JsonNode check = officer.browser.post("/api/letters/check", asked(chosen, ALL, "dl", true)).json();
        assertThat(check.path(0).path("missing").toString()).contains("没有送达地址确认书，当事人也没有登记地址");
        assertThat(check.path(0).path("parts").toString()).isEqualTo("[\"document\",\"receipt\"]");
        assertThat(check.path(1).path("missing").toString()).contains("没有送达回证").doesNotContain("信封页");
        assertThat(check.path(1).path("address").asString()).isEqualTo("云岭市云台路1号");
        assertThat(check.path(1).path("source").asString()).isEqualTo("当事人登记的住址或者住所");
        assertThat(check.path(2).path("missing").toString()).contains("这种文书不寄给当事人");
        try (PDDocument pdf = printed(asked(chosen, ALL, "dl", true))) {
            String last = page(pdf, pdf.getNumberOfPages());
            assertThat(last).startsWith("本批没有印入的").contains("《行政处罚事先告知书》", "（林予安）", "没有登记地址", "没有送达回证");
        }
        Browser.Answer nothing = officer.browser.post("/api/letters/print", asked(List.of(chosen.getFirst()), List.of("cover"), "dl", true));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("没有可以打印的", "没有登记地址");
    }

    @Test
    void theConfirmedAddressComesBeforeTheRegisteredOne() {
        DecidedCase made = decided(Map.of());
        confirmed(made, "云岭市望江大道1888号");
        JsonNode letter = officer.browser.post("/api/letters/check", asked(List.of(one(made.id(), "行政处罚决定书")), ALL, "c5", true)).json().path(0);
        assertThat(letter.path("address").asString()).isEqualTo("云岭市望江大道1888号");
        assertThat(letter.path("source").asString()).startsWith("送达地址确认书");
    }

    @Test
    void aDocumentOfAnotherAgencyMakesTheWholeBatchNotFoundAndTheAuditKeepsEachThatWasPrinted() {
        String mine = decided(Map.of()).id();
        Map<String, Object> own = one(mine, "行政处罚决定书");
        Bureau stranger = new Bureau(city, jdbc);
        Desk other = new Desk(port, stranger.officer);
        assertThat(print(other, asked(List.of(own), ALL, "dl", true)).statusCode()).isEqualTo(404);
        assertThat(other.browser.post("/api/letters/check", asked(List.of(own), ALL, "dl", true)).status()).isEqualTo(404);
        assertThat(other.get("/api/letters").path("items")).isEmpty();
        Map<String, Object> wrongCase = Map.of("caseId", decided(Map.of()).id(), "id", own.get("id"));
        assertThat(print(officer, asked(List.of(own, wrongCase), ALL, "dl", true)).statusCode()).isEqualTo(404);
        assertThat(audited(bureau.officer)).as("nothing was made").noneMatch(a -> a.endsWith("done"));
        assertThat(print(officer, asked(List.of(own), ALL, "dl", true)).statusCode()).isEqualTo(200);
        assertThat(audited(bureau.officer)).contains("POST /api/letters/print " + mine + "/" + own.get("id") + " done");
        assertThat(audited(stranger.officer)).anyMatch(a -> a.endsWith("refused"));
    }

    private List<String> audited(TestCity.Person by) {
        return jdbc.sql("select act || ' ' || object_id || ' ' || outcome from audit_entry where actor = ? and object_kind like '/api/letters%'").param(by.id()).query(String.class).list();
    }

    @Test
    void fiftyOneDocumentsNoPartAndNoEnvelopeAreRefused() {
        List<Map<String, Object>> many = IntStream.range(0, 51).<Map<String, Object>>mapToObj(i -> Map.of("caseId", "1-1", "id", Integer.toString(i))).toList();
        Browser.Answer tooMany = officer.browser.post("/api/letters/print", asked(many, ALL, "dl", true));
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("一批不超过 50 份文书");
        assertThat(Desk.pointers(tooMany)).containsExactly("/documents");
        assertThat(Desk.pointers(officer.browser.post("/api/letters/check", asked(List.of(), List.of("stamp"), "c4", true)))).containsExactlyInAnyOrder("/documents", "/parts", "/envelope");
        assertThat(Desk.pointers(officer.browser.send("POST", "/api/letters/print", "{\"documents\":[null,null]}"))).contains("/documents");
    }

    @Test
    void theListHoldsWhatIsToBeServedOrSignedUntilItIs() {
        DecidedCase made = decided(Map.of());
        List<String> listed = titles();
        assertThat(listed).contains("行政处罚决定书", "询问笔录", "送达回证").doesNotContain("行政处罚事先告知书", "调查终结报告");
        assertThat(made.send(bureau.officer, made.onParty(made.act("serve-decision", Bureau.TODAY, false, Map.of("method", "direct", "receipt", true, "signedBy", "李收发（前台）")))).status()).isEqualTo(201);
        assertThat(titles()).doesNotContain("行政处罚决定书").contains("送达回证");
        JsonNode first = officer.get("/api/letters?limit=1");
        assertThat(first.path("items")).hasSize(1);
        JsonNode second = officer.get("/api/letters?limit=1&cursor=" + first.path("next").asString());
        assertThat(second.path("items").path(0).path("id")).isNotEqualTo(first.path("items").path(0).path("id"));
        JsonNode letter = officer.browser.post("/api/letters/check", asked(List.of(one(made.id(), "行政处罚决定书")), ALL, "dl", true)).json().path(0);
        assertThat(letter.path("parts").toString()).isEqualTo("[\"cover\",\"document\",\"receipt\"]");
        assertThat(letter.path("missing")).isEmpty();
    }

    private List<String> titles() {
        return officer.get("/api/letters").path("items").valueStream().map(i -> i.path("title").asString()).toList();
    }

    @Test
    void whoKeepsTheAgencySaysWhereItsLettersComeFromAndNobodyElse() {
        assertThat(officer.get("/api/letters/settings").path("maySet").asBoolean()).isFalse();
        assertThat(officer.browser.send("PUT", "/api/letters/sender", "{\"address\":\"某处\"}").status()).isEqualTo(403);
        Browser.Answer wrong = new Desk(port, bureau.head).browser.send("PUT", "/api/letters/sender", "{\"address\":\" \",\"postcode\":\"36\"}");
        assertThat(Desk.pointers(wrong)).containsExactlyInAnyOrder("/address", "/postcode");
        assertThat(officer.get("/api/letters/settings").path("envelopes").path(0).path("zone").path("width").asDouble()).isEqualTo(87);
    }
}
