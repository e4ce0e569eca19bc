package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The photo on a certificate: drawn anew, shown while its holder is there. */
@ServerTest
@Import(TestCity.class)
class PhotoTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    RegisterDesk desk;
    String id;
    String number;

    @BeforeEach
    void anOfficerWithACertificate() {
        desk = new RegisterDesk(port, city, jdbc);
        number = RegisterDesk.number();
        id = desk.enter("陶留影", number);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 ? Color.RED.getRGB() : Color.BLUE.getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A JPEG with a comment in it, as cameras and programs leave them. */
    private static byte[] commented() throws IOException {
        byte[] jpeg = picture("jpg", 900, 900);
        byte[] comment = "SECRET-PLACE".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + comment.length + 4);
        return out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xFE).putShort((short) (comment.length + 2)).put(comment).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A JPEG that says how the camera was held, as phones write it. */
    private static byte[] held(int orientation, int width, int height) throws IOException {
        byte[] jpeg = picture("jpg", width, height);
        ByteBuffer exif = ByteBuffer.allocate(36).putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8}).putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0)
                .putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** Red where the left half of the stored picture lands, blue where the right one does. */
    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({"1,600,800,left", "2,600,800,right", "3,600,800,right", "4,600,800,left", "5,800,600,top", "6,800,600,top", "7,800,600,bottom", "8,800,600,bottom"})
    void aPictureIsTurnedAsTheCameraWasHeld(int orientation, int width, int height, String red) throws IOException {
        assertThat(put(desk.security, held(orientation, width, height)).status()).isEqualTo(204);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(desk.supervisor.bytes(shown()).body()));
        Map<String, int[]> at = Map.of("left", new int[] {60, 320}, "right", new int[] {420, 320}, "top", new int[] {240, 80}, "bottom", new int[] {240, 560});
        assertThat(image.getWidth()).isEqualTo(480);
        assertThat(new Color(image.getRGB(at.get(red)[0], at.get(red)[1])).getRed()).as("%d", orientation).isGreaterThan(200);
        assertThat(new Color(image.getRGB(480 - 1 - at.get(red)[0], 640 - 1 - at.get(red)[1])).getBlue()).as("%d", orientation).isGreaterThan(200);
        assertThat(put(desk.security, held(orientation, height, width)).status()).as("lying on its side once turned").isEqualTo(422);
    }

    private Browser.Answer put(Browser browser, byte[] picture) {
        return RegisterDesk.upload(browser, "/api/registry/people/" + id + "/photo", "照片.jpg", picture);
    }

    private String shown() {
        return desk.page(id, ExamHall.TODAY.toString()).path("photo").asString("");
    }

    @Test
    void aPictureIsDrawnAnewWithoutWhatElseWasInTheFile() throws IOException {
        assertThat(new String(commented(), StandardCharsets.ISO_8859_1)).contains("SECRET-PLACE");
        assertThat(put(desk.security, commented()).status()).isEqualTo(204);
        HttpResponse<byte[]> photo = desk.supervisor.bytes(shown());
        assertThat(photo.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(new String(photo.body(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET-PLACE");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo.body()));
        assertThat(image.getWidth()).isEqualTo(480);
        assertThat(image.getHeight()).isEqualTo(640);
        assertThat(new Color(image.getRGB(20, 320)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(460, 320)).getBlue()).isGreaterThan(200);
        String first = shown();
        assertThat(put(desk.security, picture("png", 300, 400)).status()).isEqualTo(204);
        assertThat(shown()).as("another photo has another address").isNotEqualTo(first);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() throws IOException {
        assertThat(put(desk.security, "<svg/>".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
        assertThat(put(desk.security, picture("gif", 300, 400)).body()).contains("不是 JPEG 或者 PNG");
        assertThat(put(desk.security, picture("png", 100, 100)).body()).contains("至少 240 像素");
        assertThat(put(desk.security, picture("jpg", 400, 300)).body()).as("lying on its side, as phones store them").contains("竖幅");
        assertThat(put(desk.security, java.util.Arrays.copyOf(picture("jpg", 300, 400), 6 * 1024 * 1024)).body()).contains("5 MB");
        byte[] bomb = picture("png", 300, 400);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(put(desk.security, bomb).status()).as("a small file that would unfold to gigabytes").isEqualTo(422);
        assertThat(put(desk.security, java.util.Arrays.copyOf(picture("jpg", 300, 400), 400)).status()).isEqualTo(422);
        assertThat(shown()).isEmpty();
    }

    @Test
    void thePublicCertificateShowsItUntilTheHolderHasLeft() throws IOException {
        String page = desk.page(id, ExamHall.TODAY.toString()).at("/certificates/0/page").asString();
        Browser stranger = new Browser(port);
        assertThat(stranger.bytes(page + "/photo.jpg").statusCode()).isEqualTo(404);
        put(desk.security, picture("jpg", 600, 800));
        assertThat(new String(stranger.bytes(page).body(), StandardCharsets.UTF_8)).contains("陶留影的证件照片");
        assertThat(stranger.bytes(page + "/photo.jpg").body()).isEqualTo(desk.supervisor.bytes(shown()).body());
        String number = desk.page(id, ExamHall.TODAY.toString()).at("/certificates/0/number").asString();
        for (Map.Entry<String, Integer> state : List.of(Map.entry("suspended", 404), Map.entry("valid", 200))) {
            assertThat(desk.security.post("/api/registry/certificates/" + number + "/states", Map.of("state", state.getKey(), "from", ExamHall.TODAY.toString(), "reason", "暂扣或者期满")).status()).isEqualTo(204);
            assertThat(stranger.bytes(page + "/photo.jpg").statusCode()).as(state.getKey()).isEqualTo(state.getValue());
        }
        assertThat(desk.security.post("/api/registry/people/" + id + "/leaving", Map.of("from", ExamHall.TODAY.toString(), "reason", "退休")).status()).isEqualTo(204);
        assertThat(stranger.bytes(page + "/photo.jpg").statusCode()).isEqualTo(404);
        assertThat(new String(stranger.bytes(page).body(), StandardCharsets.UTF_8)).doesNotContain("证件照片");
        assertThat(shown()).isEmpty();
        assertThat(desk.supervisor.get("/api/registry/people/" + id + "/photo").status()).isEqualTo(404);
        assertThat(put(desk.security, picture("jpg", 600, 800)).status()).isEqualTo(409);
    }

    @Test
    void onlyWhoKeepsThePersonGivesAPhoto() throws IOException {
        Browser other = Browser.of(port, city.person(city.agencyIn(desk.agency.region()), "registrar"));
        assertThat(put(other, picture("jpg", 300, 400)).status()).isEqualTo(403);
        assertThat(put(desk.supervisor, picture("jpg", 300, 400)).status()).isEqualTo(403);
        put(Browser.of(port, city.person(desk.agency, "registrar")), picture("jpg", 300, 400));
        assertThat(desk.security.delete("/api/registry/people/" + id + "/photo").status()).isEqualTo(204);
        assertThat(shown()).isEmpty();
    }
}
