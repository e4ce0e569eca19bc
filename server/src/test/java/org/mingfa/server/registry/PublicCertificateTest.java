package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever scans an officer's electronic certificate sees whether it counts today, and why not. */
@ServerTest
@Import(TestCity.class)
class PublicCertificateTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    RegisterDesk desk;
    String number;
    String id;
    String address;

    @BeforeEach
    void anOfficerHasACertificate() {
        desk = new RegisterDesk(port, city, jdbc);
        number = RegisterDesk.number();
        id = desk.enter("文出示", number);
        address = desk.page(id, TODAY.toString()).at("/certificates/0/page").asString();
    }

    private Browser.Answer look(String path) {
        Browser stranger = new Browser(port);
        return stranger.send(stranger.request(path).setHeader("Accept", "text/html").GET());
    }

    @Test
    void aValidOneSaysSoWithoutScriptOrPersonalNumbers() {
        Browser.Answer page = look(address);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("证件今日（" + TODAY + "）有效", "文出示", number, "市场监管", "云台县市场监督管理局").doesNotContain("<script", "13900000000");
        assertThat(page.response().headers().firstValue("Content-Security-Policy").orElseThrow()).contains("script-src 'none'");
        assertThat(address).matches("/public/certificates/[0-9a-f]{32}").doesNotContain(number, id);
    }

    @Test
    void oneThatDoesNotCountSaysWhy() {
        state("suspended", "被投诉查实的内情");
        assertThat(look(address).body()).contains("证件今日（" + TODAY + "）无效", "已被暂扣").doesNotContain("内情");
        state("valid", "期满");
        assertThat(look(address).body()).contains("有效。").doesNotContain("无效，");
        desk.security.post("/api/registry/people/" + id + "/leaving", Map.of("from", TODAY.toString(), "reason", "退休"));
        assertThat(look(address).body()).contains("无效", "证件已被收回");
    }

    @Test
    void oneOfABodyWithoutStandingDoesNotCount() {
        jdbc.sql("insert into agency_standing (agency_id, valid_from, standing, kind, basis, recorded_by) values (?, ?, false, 'statutory', '撤销', 0)")
                .params(desk.agency.id(), TODAY).update();
        assertThat(look(address).body()).contains("无效", "没有执法主体资格");
    }

    @Test
    void aCodeThatIsNobodysIsNotFoundAndSaysWhatThatMeans() {
        assertThat(look("/public/certificates/" + "0".repeat(32)).status()).isEqualTo(404);
        Browser.Answer wrong = look("/public/certificates/" + number);
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.body()).contains("没有与这个二维码相符的行政执法证");
    }

    @Test
    void theQrCodeLeadsToThePage() throws Exception {
        Browser.Answer svg = look(address + "/qr.svg");
        assertThat(svg.type()).isEqualTo("image/svg+xml");
        assertThat(read(svg.body())).isEqualTo("http://127.0.0.1:" + port + address);
    }

    /** Draws the squares of the picture and lets another's reader read them. */
    private static String read(String svg) throws Exception {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(size.find()).isTrue();
        int n = Integer.parseInt(size.group(1));
        int scale = 8;
        int[] pixels = new int[n * scale * n * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg);
        while (square.find()) {
            int x = Integer.parseInt(square.group(1)) * scale;
            int y = Integer.parseInt(square.group(2)) * scale;
            for (int dy = 0; dy < scale; dy++) {
                Arrays.fill(pixels, (y + dy) * n * scale + x, (y + dy) * n * scale + x + scale, 0);
            }
        }
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(n * scale, n * scale, pixels)))).getText();
    }

    private void state(String state, String reason) {
        assertThat(desk.security.post("/api/registry/certificates/" + number + "/states", Map.of("state", state, "from", TODAY.toString(), "reason", reason)).status()).isEqualTo(204);
    }
}
