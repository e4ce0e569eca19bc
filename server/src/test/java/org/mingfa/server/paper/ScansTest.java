package org.mingfa.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.document.render.MarkedPages;
import org.mingfa.server.evidence.Upkeep;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Signed papers come back as scans (签字件回传): read however they lie, bound to the very text that was issued, refused where they are not ours. */
@ServerTest
@Import(TestCity.class)
class ScansTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Upkeep upkeep;

    private Bureau bureau;
    private Desk officer;
    private String id;

    @BeforeEach
    void anOfficerHasInspected() {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
        id = inspected();
    }

    private String inspected() {
        String made = new Desk(port, bureau.head).open(bureau.filing(Bureau.TODAY));
        officer.done(made, bureau.inspection(Bureau.TODAY, 1));
        return made;
    }

    private JsonNode document(String of, String title) {
        return officer.get("/api/cases/" + of + "/documents").valueStream().filter(d -> d.path("title").asString().equals(title)).reduce((a, b) -> b).orElseThrow();
    }

    private byte[] printed(String of, String title) {
        return officer.browser.bytes("/api/cases/" + of + "/documents/" + document(of, title).path("id").asString() + "?format=pdf").body();
    }

    private static Browser.Answer upload(Desk desk, String path, String name, byte[] content) {
        String boundary = "mingfa-test-boundary";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return desk.browser.send(desk.browser.request(path).header("X-XSRF-TOKEN", desk.browser.csrf())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private JsonNode taken(byte[] content) {
        Browser.Answer answer = upload(officer, "/api/scans", "扫描.pdf", content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("scan");
    }

    private Browser.Answer bind(JsonNode scan, List<Integer> pages, Object... more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("pages", pages));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return officer.browser.post("/api/scans/" + scan.path("id").asString() + "/bindings", body);
    }

    private static List<String> found(JsonNode scan) {
        return scan.path("pages").valueStream().map(p -> p.path("found").asString()).toList();
    }

    @ParameterizedTest
    @CsvSource({"150, 0, 12", "150, 4, 20", "150, 187, 20", "200, 90, 25", "200, -7, 20", "300, 2.5, 30", "300, 45, 10"})
    void aSheetIsReadHoweverItLies(int dpi, double degrees, int grain) {
        JsonNode scan = taken(new Scanner(dpi, degrees, grain).sheets(printed(id, "现场笔录")).pdf());
        assertThat(scan.path("pieces").path(0).path("document").path("id").asString()).isEqualTo(document(id, "现场笔录").path("id").asString());
        assertThat(found(scan)).startsWith("marked").allMatch("marked"::equals);
    }

    @Test
    void aScanOfSeveralPapersIsCutAndEachPieceIsBoundToItsDocumentAndStandsInTheRecord() throws IOException {
        String other = inspected();
        byte[] site = printed(id, "现场笔录");
        int sheets = pages(site);
        JsonNode scan = taken(new Scanner(200, 1, 10).blank().sheets(site).blank().sheets(printed(other, "现场笔录")).pdf());
        assertThat(found(scan).getFirst()).isEqualTo("none");
        assertThat(scan.path("pieces").size()).isEqualTo(2);
        JsonNode piece = scan.path("pieces").path(0);
        List<Integer> pages = piece.path("pages").valueStream().map(JsonNode::asInt).toList();
        assertThat(pages).hasSize(sheets + 1).startsWith(2);
        assertThat(piece.path("missing").isEmpty()).isTrue();

        Browser.Answer bound = bind(scan, pages);
        assertThat(bound.status()).as(bound.body()).isEqualTo(201);
        long seq = bound.json().path("seq").asLong();
        assertThat(document(id, "现场笔录").path("copySeq").asLong()).isEqualTo(seq);
        JsonNode entry = officer.get("/api/cases/" + id + "/entries?limit=1").path("items").path(0);
        assertThat(entry.path("title").asString()).isEqualTo("回传签字件");
        assertThat(entry.path("form").path("title").asString()).isEqualTo("现场笔录");
        assertThat(entry.path("form").path("sha256").asString()).isEqualTo(document(id, "现场笔录").path("sha256").asString());
        JsonNode file = entry.path("files").path(0);
        byte[] kept = officer.browser.bytes("/api/files/" + file.path("id").asString()).body();
        assertThat(org.mingfa.core.sealing.Digests.sha256(kept)).isEqualTo(file.path("sha256").asString());
        assertThat(pages(kept)).isEqualTo(sheets + 1);
        assertThat(bind(scan, pages).json().path("repeated").asBoolean()).isTrue();
        assertThat(officer.seq(id)).isEqualTo(seq);

        JsonNode after = officer.get("/api/scans/" + scan.path("id").asString());
        assertThat(after.path("open").asBoolean()).isTrue();
        assertThat(after.path("pieces").path(1).path("document").path("caseId").asString()).isEqualTo(other);
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    @Test
    void aCutPieceCarriesNothingOfTheOtherPages() throws IOException {
        String other = inspected();
        byte[] scanned = new Scanner(150, 0, 8).sheets(printed(id, "现场笔录")).sheets(printed(other, "现场笔录")).pdf();
        JsonNode scan = taken(scanned);
        List<Integer> pages = scan.path("pieces").path(0).path("pages").valueStream().map(JsonNode::asInt).toList();
        bind(scan, pages);
        String file = officer.get("/api/cases/" + id + "/entries?limit=1").path("items").path(0).path("files").path(0).path("id").asString();
        byte[] kept = officer.browser.bytes("/api/files/" + file).body();
        assertThat(kept.length).isLessThan(scanned.length * 6 / 10);
    }

    @Test
    void theSameScanTwiceIsSaidAndNotDoubled() {
        byte[] content = new Scanner(150, 0, 0).sheets(printed(id, "现场笔录")).pdf();
        JsonNode first = taken(content);
        Browser.Answer again = upload(officer, "/api/scans", "又一次.pdf", content);
        assertThat(again.json().path("again").asBoolean()).isTrue();
        assertThat(again.json().path("scan").path("id").asString()).isEqualTo(first.path("id").asString());
        assertThat(officer.get("/api/scans").path("items").size()).isEqualTo(1);
    }

    @Test
    void aSecondSignedCopyIsTakenOnlyWhenItIsAskedFor() {
        bind(taken(new Scanner(150, 0, 0).sheets(printed(id, "现场笔录")).pdf()), List.of(1));
        JsonNode second = taken(new Scanner(200, 1, 5).sheets(printed(id, "现场笔录")).pdf());
        Browser.Answer refused = bind(second, List.of(1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("已有签字件");
        assertThat(bind(second, List.of(1), "again", true).status()).isEqualTo(201);
    }

    @Test
    void aSheetWithoutACodeIsAssignedByHandOrSetAsideWithAReason() {
        JsonNode scan = taken(new Scanner(150, 0, 5).blank().blank().pdf());
        assertThat(found(scan)).containsExactly("none", "none");
        assertThat(bind(scan, List.of(1)).status()).isEqualTo(422);
        assertThat(bind(scan, List.of(1), "caseId", id, "document", document(id, "现场笔录").path("id").asString()).status()).isEqualTo(201);
        String path = "/api/scans/" + scan.path("id").asString() + "/set-aside";
        assertThat(officer.browser.post(path, Map.of("pages", List.of(2))).status()).isEqualTo(422);
        assertThat(officer.browser.post(path, Map.of("pages", List.of(2), "reason", "空白页")).json().path("open").asBoolean()).isFalse();
        assertThat(officer.browser.post(path, Map.of("pages", List.of(2), "reason", "空白页")).status()).isEqualTo(200);
        assertThat(bind(scan, List.of(2), "caseId", id, "document", document(id, "现场笔录").path("id").asString()).status()).isEqualTo(409);
        assertThat(bind(scan, List.of(3)).status()).isEqualTo(422);
    }

    @Test
    void paperOfAnotherCaseOrAnotherAgencyIsToldPageByPage() {
        String other = inspected();
        byte[] elsewhere = printed(other, "现场笔录");
        Browser.Answer answer = upload(officer, "/api/scans?caseId=" + id, "扫描.pdf", new Scanner(150, 0, 5).sheets(elsewhere).pdf());
        assertThat(found(answer.json().path("scan"))).contains("other-case");
        assertThat(answer.json().path("scan").path("pieces").path(0).path("words").asString()).contains("另一案件");

        Bureau foreign = new Bureau(city, jdbc);
        Desk stranger = new Desk(port, foreign.officer);
        JsonNode theirs = upload(stranger, "/api/scans", "扫描.pdf", new Scanner(150, 1, 5).sheets(elsewhere).pdf()).json().path("scan");
        assertThat(found(theirs)).containsOnly("foreign");
        assertThat(theirs.path("pieces").isEmpty()).isTrue();
        String path = "/api/scans/" + theirs.path("id").asString();
        assertThat(stranger.browser.post(path + "/bindings", Map.of("pages", List.of(1), "caseId", other, "document", document(other, "现场笔录").path("id").asString())).status()).isEqualTo(422);
        assertThat(officer.browser.get(path).status()).isEqualTo(404);
    }

    @Test
    void aForgedCodeIsToldFromOurs() throws IOException {
        byte[] forged;
        try (PDDocument pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage(org.apache.pdfbox.pdmodel.common.PDRectangle.A4));
            pdf.save(out);
            forged = MarkedPages.mark(out.toByteArray(), n -> p -> "MF1/1/AAAAAAAAAA/1/0123456789AB/1/1/00000000000000000000");
        }
        JsonNode scan = taken(new Scanner(150, 0, 5).sheets(forged).pdf());
        assertThat(found(scan)).containsExactly("forged");
        assertThat(bind(scan, List.of(1), "caseId", id, "document", document(id, "现场笔录").path("id").asString()).status()).isEqualTo(422);
    }

    @Test
    void aPaperThatWasCorrectedSinceIsToldToBeTheOlderVersion() {
        byte[] old = printed(id, "现场笔录");
        Map<String, Object> correction = new LinkedHashMap<>(bureau.inspection(Bureau.TODAY, 2));
        correction.put("form", Map.of("place", "云岭市云台路2号", "findings", "现场未见进货查验记录", "certificateShown", true, "signature", "signed"));
        correction.put("corrects", 2);
        correction.put("reason", "地址写错");
        correction.put("approver", Long.toString(bureau.head.id()));
        officer.done(id, correction);
        JsonNode scan = taken(new Scanner(150, 0, 5).sheets(old).pdf());
        assertThat(found(scan)).contains("replaced");
        assertThat(awaited()).hasSize(1).allMatch(a -> a.path("seq").asLong() == 3);
    }

    private List<JsonNode> awaited() {
        return officer.get("/api/signed-copies/awaited").path("items").valueStream().toList();
    }

    @Test
    void whatIsToBeSignedAndHasNotComeBackIsListedUntilItHas() {
        assertThat(awaited()).hasSize(1);
        assertThat(awaited().getFirst().path("title").asString()).isEqualTo("现场笔录");
        assertThat(awaited().getFirst().path("signedBy").asString()).contains("执法人员");
        assertThat(awaited().getFirst().path("signedCite").asString()).contains("行政强制法 第十八条");
        assertThat(document(id, "立案审批表").path("signedBy").isNull()).isTrue();
        inspected();
        JsonNode page = officer.get("/api/signed-copies/awaited?limit=1");
        assertThat(officer.get("/api/signed-copies/awaited?cursor=" + page.path("next").asString()).path("items").size()).isEqualTo(1);
        bind(taken(new Scanner(150, 0, 0).sheets(printed(id, "现场笔录")).pdf()), List.of(1));
        assertThat(awaited()).noneMatch(a -> a.path("caseId").asString().equals(id));
    }

    @Test
    void aPhotographOfASheetIsItsOwnPiece() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new Scanner(200, 3, 15).sheets(printed(id, "现场笔录")).first(), "png", png);
        JsonNode scan = upload(officer, "/api/scans", "照片.png", png.toByteArray()).json().path("scan");
        assertThat(bind(scan, List.of(1)).status()).isEqualTo(201);
        assertThat(officer.get("/api/cases/" + id + "/entries?limit=1").path("items").path(0).path("files").path(0).path("type").asString()).isEqualTo("image/png");
    }

    @Test
    void hostileAndBrokenFilesAreRefusedInWords() throws IOException {
        refused("坏.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII), "");
        refused("炸弹.pdf", bomb(), "展开后太大");
        refused("密码.pdf", locked(), "加了密码");
        refused("很多页.pdf", many(101), "一次最多 100 页");
        refused("压缩.pdf", repacked(new Scanner(150, 0, 5).blank().pdf()), "JBIG2");
        refused("假尺寸.pdf", oversized(new Scanner(150, 0, 5).blank().pdf()), "像素");
        refused("两层.pdf", packedTwice(), "不像扫描件");
        refused("大图.png", png(60_000, 60_000), "像素");
        refused("说明.txt", "文本".getBytes(StandardCharsets.UTF_8), "扫描件应为 PDF");
    }

    private void refused(String name, byte[] content, String why) {
        Browser.Answer answer = upload(officer, "/api/scans", name, content);
        assertThat(answer.status()).as(name + answer.body()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).as(name).contains(why);
    }

    /** A page whose content stream is half a gigabyte of blanks, packed into half a megabyte. */
    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 512; i++) {
                deflate.write(blanks);
            }
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length " + packed.size() + ">>stream\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(packed.toByteArray());
        out.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] locked() throws IOException {
        try (PDDocument pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** A scan whose pictures say that they are packed by JBIG2, as small black and white scans often are. */
    private static byte[] repacked(byte[] scan) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(scan); var out = new ByteArrayOutputStream()) {
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getXObjectNames()) {
                ((org.apache.pdfbox.cos.COSStream) resources.getXObject(name).getCOSObject()).setItem(org.apache.pdfbox.cos.COSName.FILTER, org.apache.pdfbox.cos.COSName.JBIG2_DECODE);
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** A scan whose JPEG says that it is 60,000 pixels wide and high, whatever the PDF says. */
    private static byte[] oversized(byte[] scan) {
        byte[] jpeg = scan.clone();
        for (int i = 0; i < jpeg.length - 9; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0 && jpeg[i + 2] == 0 && jpeg[i + 4] == 8) {
                java.nio.ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 60_000).putShort(i + 7, (short) 60_000);
                return jpeg;
            }
        }
        throw new IllegalStateException("no JPEG in it");
    }

    private static byte[] packedTwice() throws IOException {
        try (PDDocument pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            var filters = new org.apache.pdfbox.cos.COSArray(List.of(org.apache.pdfbox.cos.COSName.FLATE_DECODE, org.apache.pdfbox.cos.COSName.FLATE_DECODE));
            page.setContents(new org.apache.pdfbox.pdmodel.common.PDStream(pdf, new java.io.ByteArrayInputStream("q Q".getBytes(StandardCharsets.US_ASCII)), filters));
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] many(int pages) throws IOException {
        try (PDDocument pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** A PNG that claims to be this large; its rows are not there. */
    private static byte[] png(int width, int height) throws IOException {
        var header = java.nio.ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0}).array();
        var crc = new java.util.zip.CRC32();
        crc.update(header);
        var out = new java.io.ByteArrayOutputStream();
        var data = new java.io.DataOutputStream(out);
        data.writeLong(0x89504E470D0A1A0AL);
        data.writeInt(13);
        data.write(header);
        data.writeInt((int) crc.getValue());
        data.writeInt(0);
        data.write("IDAT".getBytes(StandardCharsets.US_ASCII));
        data.writeInt(0x35AF061E);
        return out.toByteArray();
    }

    @Test
    void aScanStaysWhileItsPagesAreNotAllDealtWith() throws IOException {
        JsonNode scan = taken(new Scanner(150, 0, 5).blank().pdf());
        upkeep.purge(Instant.now().plusSeconds(60));
        assertThat(officer.browser.bytes("/api/files/" + scan.path("file").asString()).statusCode()).isEqualTo(200);
    }
}
