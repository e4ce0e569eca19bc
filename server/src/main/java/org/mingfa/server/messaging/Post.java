package org.mingfa.server.messaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message to the city's interface: {@code POST} of {@code {id, phone | login, template, values: {ended, soon}, text}}, with
 * {@code X-Mingfa-Time} (seconds) and {@code X-Mingfa-Signature: sha256=HEX} of time, a dot and the body. 2xx: arrived.
 */
@Component
class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    enum Outcome { ARRIVED, REFUSED, AGAIN }

    record Answer(Outcome outcome, String fault) {}

    private final MessageSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

    Post(MessageSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    Answer send(Message m, @Nullable String phone) {
        MessageSettings.Door door = settings.doors().get(m.carrier());
        if (door == null) {
            return new Answer(Outcome.REFUSED, "接口已经停用");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", Long.toString(m.id()));
        body.put(phone == null ? "login" : "phone", phone == null ? m.login() : phone);
        body.put("template", m.template());
        body.put("values", Map.of("ended", m.ended(), "soon", m.soon()));
        body.put("text", m.text());
        return send(door, json.writeValueAsString(body));
    }

    private Answer send(MessageSettings.Door door, String body) {
        String time = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(String.valueOf(door.url()))).timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8").header("X-Mingfa-Time", time)
                .header("X-Mingfa-Signature", "sha256=" + signature(String.valueOf(door.secret()), time + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                return new Answer(Outcome.ARRIVED, "");
            }
            boolean refused = status / 100 == 3 || status / 100 == 4 && status != 408 && status != 429;
            return new Answer(refused ? Outcome.REFUSED : Outcome.AGAIN, "接口答复 " + status);
        } catch (IOException e) {
            return new Answer(Outcome.AGAIN, "接口连接不上（" + e.getClass().getSimpleName() + "）");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Outcome.AGAIN, "服务正在停止");
        }
    }

    static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
