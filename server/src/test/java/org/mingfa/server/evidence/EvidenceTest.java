package org.mingfa.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@Import(TestCity.class)
class EvidenceTest {
    private static final byte[] PNG = java.util.Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired Evidence evidence;
    @Autowired Upkeep upkeep;
    @Autowired Transactions transactions;
    @Autowired JdbcClient jdbc;
    TestCity.Agency agency;
    TestCity.Person officer;
    Browser browser;

    @BeforeEach
    void anOfficerSignsIn() {
        agency = city.agency();
        officer = city.person(agency, "officer");
        browser = Browser.of(port, officer);
    }

    @Test
    void keepsAPhotoAndTellsItsTypeSizeAndDigests() {
        var answer = upload("现场照片.png", PNG);
        assertThat(answer.status()).isEqualTo(201);
        var file = answer.json();
        assertThat(file.get("name").asString()).isEqualTo("现场照片.png");
        assertThat(file.get("type").asString()).isEqualTo("image/png");
        assertThat(file.get("size").asLong()).isEqualTo(PNG.length);
        assertThat(file.get("sha256").asString()).isEqualTo(Digests.sha256(PNG));
        assertThat(file.get("sm3").asString()).isEqualTo(Digests.sm3(PNG));
    }

    @Test
    void showsPicturesInPlaceWithoutLettingThemRunAnything() {
        String id = upload("a.png", PNG).json().get("id").asString();
        var preview = browser.get("/api/files/" + id + "/preview").response();
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains("sandbox").contains("default-src 'none'"));
        assertThat(preview.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(preview.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
        assertThat(browser.get("/api/files/" + id).response().headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void refusesWhatIsEmptyDisguisedOrAProgram() {
        assertRefused("空.txt", new byte[0], "空的");
        assertRefused("photo.jpg", PNG, "以 .jpg 结尾，内容却是图片（PNG）");
        assertRefused("photo.jpg", "MZ\u0090\u0000 This program cannot be run in DOS mode".getBytes(StandardCharsets.ISO_8859_1), "不能上传");
        assertRefused("page.txt", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), "不能上传");
        assertRefused("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "不能上传");
        assertRefused("run.sh", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void knowsAWordFileByContentAndEnding() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var word = new org.apache.poi.xwpf.usermodel.XWPFDocument()) {
            word.createParagraph().createRun().setText("证据");
            word.write(out);
        }
        assertThat(upload("说明.docx", out.toByteArray()).json().get("type").asString()).endsWith("wordprocessingml.document");
        assertThat(upload("说明.exe", out.toByteArray()).status()).isEqualTo(422);
    }

    @Test
    void refusesMoreThanFiftyMegabytesAndKeepsNothingOfIt() throws IOException {
        byte[] large = new byte[50 * 1024 * 1024 + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        var answer = upload("大.png", large);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.type()).contains("problem+json");
        assertThat(countRows()).isZero();
    }

    @Test
    void keepsExactlyFiftyMegabytes() {
        byte[] largest = new byte[50 * 1024 * 1024];
        new Random(1).nextBytes(largest);
        System.arraycopy(PNG, 0, largest, 0, PNG.length);
        assertThat(upload("大.png", largest).json().get("sha256").asString()).isEqualTo(Digests.sha256(largest));
    }

    @Test
    void givesTheSameContentOneFileAndTwoRows() throws IOException {
        String first = upload("a.png", PNG).json().get("id").asString();
        String second = upload("b.png", PNG).json().get("id").asString();
        assertThat(first).isNotEqualTo(second);
        assertThat(pathOf(first)).isEqualTo(pathOf(second));
    }

    @Test
    void hidesAnotherAgencysFile() {
        String id = upload("a.png", PNG).json().get("id").asString();
        Browser stranger = Browser.of(port, city.person(city.agency(), "officer"));
        assertThat(stranger.get("/api/files/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/api/files/" + id + "/preview").status()).isEqualTo(404);
    }

    @Test
    void attachesAFileOnceAndThenNeitherChangesNorDropsIt() {
        String id = upload("a.png", PNG).json().get("id").asString();
        as(officer, () -> transactions.write(() -> evidence.attach(List.of(id), new CaseKey(agency.region(), 77), agency.id(), List.of(org.mingfa.server.access.Caller.current().id()))));
        assertThatThrownBy(() -> as(officer, () -> transactions.write(() -> evidence.attach(List.of(id), new CaseKey(agency.region(), 78), agency.id(), List.of(org.mingfa.server.access.Caller.current().id())))))
                .hasMessageContaining("没有这个可附的文件");
        assertThatThrownBy(() -> as(officer, () -> transactions.write(() -> jdbc.sql("delete from evidence_file where case_id = 77").update())))
                .isInstanceOf(DataAccessException.class);
        assertThat((List<?>) as(officer, () -> transactions.read(() -> evidence.of(agency.region(), 77)))).hasSize(1);
    }

    @Test
    void refusesToAttachWhatACollegueUploaded() {
        String id = upload("a.png", PNG).json().get("id").asString();
        var other = city.person(agency, "officer");
        assertThatThrownBy(() -> as(other, () -> transactions.write(() -> evidence.attach(List.of(id), new CaseKey(agency.region(), 77), agency.id(), List.of(org.mingfa.server.access.Caller.current().id())))))
                .hasMessageContaining("没有这个可附的文件");
    }

    @Test
    void dropsWhatWasNeverAttachedButNoContentThatAnotherRowNeeds() throws IOException {
        byte[] own = "独有的内容，没有别人上传过。".getBytes(StandardCharsets.UTF_8);
        String loose = upload("说明.txt", own).json().get("id").asString();
        String kept = upload("a.png", PNG).json().get("id").asString();
        as(officer, () -> transactions.write(() -> evidence.attach(List.of(kept), new CaseKey(agency.region(), 79), agency.id(), List.of(org.mingfa.server.access.Caller.current().id()))));
        upload("b.png", PNG);
        Path content = pathOf(loose);
        upkeep.purge(Instant.now().plusSeconds(60));
        assertThat(browser.get("/api/files/" + loose).status()).isEqualTo(404);
        assertThat(content).doesNotExist();
        assertThat(browser.get("/api/files/" + kept).status()).isEqualTo(200);
    }

    @Test
    void findsAContentThatIsMissingAndOneThatNobodyNames() throws IOException {
        byte[] lost = "将会丢失的内容".getBytes(StandardCharsets.UTF_8);
        Path content = pathOf(upload("丢失.txt", lost).json().get("id").asString());
        Files.delete(content);
        String name = Digests.sha256("nobody's".getBytes(StandardCharsets.UTF_8));
        Path orphan = content.getParent().getParent().getParent().resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "nobody's");
        Files.setLastModifiedTime(orphan, java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(200_000)));
        var found = upkeep.check();
        assertThat(found.missing()).contains(Digests.sha256(lost));
        assertThat(found.orphans()).contains(name);
        Files.delete(orphan);
    }

    @Test
    void makesNamesHarmless() {
        assertThat(FileName.of("C:\\temp\\..\\照片.jpg")).isEqualTo("照片.jpg");
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.of("\u202Egpj.exe\r\n")).isEqualTo("gpj.exe");
        assertThat(FileName.of("..")).isEqualTo("未命名");
        assertThat(FileName.of("长".repeat(300) + ".pdf")).hasSize(150).endsWith(".pdf");
    }

    private void assertRefused(String name, byte[] content, String reason) {
        var answer = upload(name, content);
        assertThat(answer.status()).as(name).isEqualTo(422);
        assertThat(answer.json().get("detail").asString()).contains(reason);
    }

    private long countRows() {
        return as(officer, () -> transactions.read(() -> jdbc.sql("select count(*) from evidence_file").query(Long.class).single()));
    }

    private Path pathOf(String id) {
        return as(officer, () -> transactions.read(() -> evidence.content(evidence.find(id).orElseThrow())));
    }

    private <T> T as(TestCity.Person person, java.util.function.Supplier<T> work) {
        var caller = new Caller(person.id(), "李执法", new Caller.Body(agency.id(), "", "", agency.region(), ""), null, List.of(),
                java.util.Set.of(), Scope.of(List.of(agency.id()), List.of(agency.region())));
        return caller.call(work::get);
    }

    private Browser.Answer upload(String name, byte[] content) {
        String boundary = "mingfa-test-boundary";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return browser.send(browser.request("/api/files").header("X-XSRF-TOKEN", browser.csrf())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
