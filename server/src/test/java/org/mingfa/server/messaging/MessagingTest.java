package org.mingfa.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.cases.Unread;
import org.mingfa.server.operation.Practice;
import org.mingfa.server.registry.Phones;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outside of the workbench people are told how many periods run out, by day, not too often, and nothing of a case. */
@ServerTest
@Import(TestCity.class)
class MessagingTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private record Came(JsonNode body, String text, String time, String signature) {}

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    Unread unread;

    @Autowired
    MessageStore store;

    @Autowired
    RegisterParameters parameters;

    @Autowired
    Phones phones;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer theirs;
    private Bureau bureau;
    private Desk officer;
    private Messaging messaging;
    private Delivery delivery;
    private Instant morning;

    @BeforeEach
    void aCaseWhosePeriodEndsAndAnInterface() throws IOException {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
        new Desk(port, bureau.head).open(bureau.filing(Bureau.TODAY));
        told(3);
        theirs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        theirs.createContext("/", this::took);
        theirs.start();
        String url = "http://127.0.0.1:" + theirs.getAddress().getPort() + "/say";
        connected(null, new MessageSettings.Door(url, SECRET));
        morning = clock.instant().atZone(clock.getZone()).toLocalDate().atTime(8, 5).atZone(clock.getZone()).toInstant();
        jdbc.sql("delete from message_refused").update();
        everywhere("delete from message");
    }

    @AfterEach
    void stop() {
        theirs.stop(0);
    }

    private void took(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        came.add(new Came(json.readTree(text), text, exchange.getRequestHeaders().getFirst("X-Mingfa-Time"), exchange.getRequestHeaders().getFirst("X-Mingfa-Signature")));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private void connected(MessageSettings.Door sms, MessageSettings.Door webhook) {
        MessageSettings settings = new MessageSettings(sms, webhook, Duration.ofDays(90));
        messaging = new Messaging(settings, unread, store, parameters, transactions, clock, new Practice(false));
        delivery = new Delivery(messaging, store, new Post(settings, json, clock), phones, unread, transactions, clock);
    }

    /** Notices of this bureau's duties, as the job would have written them. */
    private void told(int step) {
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("""
                insert into duty_notice (region_id, case_id, duty_id, seat, agency_id, step, due_on, told_at)
                select region_id, case_id, duty_id, seat, agency_id, ?, due_on, now() from case_duty where agency_id = ? and due_on < 'infinity'
                on conflict (region_id, case_id, duty_id, seat) do update set id = excluded.id, step = excluded.step, told_at = excluded.told_at, read_by = '{}'""")
                .params(step, bureau.agency.id()).update()));
    }

    private void everywhere(String sql) {
        unread.everywhere(() -> transactions.write(() -> jdbc.sql(sql).update()));
    }

    private List<String> mine() {
        return to(bureau.officer);
    }

    private List<String> to(TestCity.Person person) {
        return bureau.agency.scope().<List<String>, RuntimeException>call(() -> transactions.read(
                () -> jdbc.sql("select template || ' ' || carrier || ' ' || state from message where person_id = ? order by id").param(person.id()).query(String.class).list()));
    }

    private void deliver(Instant now) {
        unread.everywhere(() -> delivery.round(now));
    }

    private List<Came> toMe() {
        return came.stream().filter(c -> c.body().path("login").asString().equals(bureau.officer.login())).toList();
    }

    @Test
    void theFirstMessageOfADayIsADigestThatNamesNothing() {
        messaging.make(morning);
        messaging.make(morning.plus(Duration.ofMinutes(10)));
        assertThat(mine()).as("once").containsExactly("digest webhook waiting");
        deliver(morning);
        deliver(morning);
        assertThat(mine()).containsExactly("digest webhook sent");
        assertThat(toMe()).singleElement().satisfies(c -> {
            assertThat(c.body().propertyNames()).containsExactlyInAnyOrder("id", "login", "template", "values", "text");
            assertThat(c.body().at("/values/ended").asInt()).isPositive();
            assertThat(c.body().path("text").asString()).startsWith("早间汇总：您有 ").doesNotContain("公司", "罚", "〔");
            assertThat(c.signature()).isEqualTo("sha256=" + Post.signature(SECRET, c.time() + "." + c.text()));
        });
    }

    @Test
    void whoStandsInForSomebodyIsToldOfTheirsAsLongAsItLasts() {
        TestCity.Person third = city.person(bureau.agency, "officer");
        Map<String, String> away = Map.of("absent", Long.toString(bureau.officer.id()), "substitute", Long.toString(third.id()), "from", Bureau.TODAY.toString(), "to", Bureau.TODAY.toString(), "reason", "外出培训");
        var made = new Desk(port, bureau.head).browser.post("/api/substitutions", away);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        messaging.make(morning);
        assertThat(to(third)).containsExactly("digest webhook waiting");
        everywhere("delete from message");
        assertThat(new Desk(port, bureau.head).browser.post("/api/substitutions/" + made.json().path("id").asString() + "/end", Map.of()).status()).isLessThan(300);
        messaging.make(morning);
        assertThat(to(third)).isEmpty();
        assertThat(mine()).containsExactly("digest webhook waiting");
    }

    @Test
    void atNightNobodyIsTold() {
        for (int hour : List.of(21, 23)) {
            messaging.make(at(hour));
        }
        messaging.make(at(7));
        assertThat(mine()).isEmpty();
        assertThat(new Quiet(21, 8).at(LocalTime.of(20, 59))).isFalse();
        assertThat(new Quiet(1, 5).at(LocalTime.of(0, 30))).isFalse();
        assertThat(new Quiet(1, 5).at(LocalTime.of(4, 59))).isTrue();
        assertThat(new Quiet(8, 8).at(LocalTime.of(8, 0))).as("alike: never").isFalse();
        assertThat(new Quiet(21, 8).morning(LocalDateTime.of(2026, 3, 2, 7, 0))).isEqualTo(LocalDateTime.of(2026, 3, 1, 8, 0));
    }

    private Instant at(int hour) {
        return morning.atZone(clock.getZone()).toLocalDate().atTime(hour, 0).atZone(clock.getZone()).toInstant();
    }

    @Test
    void whatIsReadIsNotTold() {
        String newest = officer.get("/api/notices").at("/items/0/id").asString();
        assertThat(officer.browser.post("/api/notices/read", Map.of("until", newest)).status()).isEqualTo(204);
        messaging.make(morning);
        assertThat(mine()).isEmpty();
    }

    @Test
    void laterInTheDayOnlyWhatPressesIsToldAndNotTooOften() {
        everywhere("update duty_notice set told_at = timestamptz '" + morning.minusSeconds(60) + "'");
        messaging.make(morning);
        messaging.make(morning.plus(Duration.ofHours(5)));
        assertThat(mine()).as("nothing new").hasSize(1);
        everywhere("update duty_notice set told_at = timestamptz '" + morning.plusSeconds(3600) + "'");
        messaging.make(morning.plus(Duration.ofHours(2)));
        assertThat(mine()).as("too soon after the last").hasSize(1);
        messaging.make(morning.plus(Duration.ofHours(5)));
        assertThat(mine()).containsExactly("digest webhook waiting", "due webhook waiting");
        everywhere("update duty_notice set step = 1, told_at = timestamptz '" + morning.plusSeconds(6 * 3600) + "'");
        messaging.make(morning.plus(Duration.ofHours(11)));
        assertThat(mine()).as("a first notice does not press").hasSize(2);
    }

    @Test
    void anInterfaceThatDoesNotAnswerIsTriedAgainAndOneThatRefusesIsNot() {
        messaging.make(morning);
        answer = 503;
        Instant now = morning;
        for (int wait : List.of(0, 1, 5, 30, 120)) {
            now = now.plus(Duration.ofMinutes(wait));
            deliver(now.minusSeconds(1));
            deliver(now);
        }
        assertThat(toMe()).hasSize(5);
        assertThat(toMe().stream().map(c -> c.body().path("id").asString()).distinct()).as("one message").hasSize(1);
        assertThat(mine()).containsExactly("digest webhook failed");
        assertThat(view().at("/sent/0/fault").asString()).isEqualTo("接口答复 503");
    }

    @Test
    void anInterfaceThatRefusesOrSendsElsewhereIsAskedOnce() {
        for (int refusal : List.of(400, 302)) {
            everywhere("delete from message");
            came.clear();
            answer = refusal;
            messaging.make(morning);
            deliver(morning);
            deliver(morning.plus(Duration.ofHours(3)));
            assertThat(toMe()).hasSize(1);
            assertThat(came).as("no redirect is followed").allMatch(c -> c.body().has("id"));
            assertThat(mine()).containsExactly("digest webhook failed");
        }
    }

    private JsonNode view() {
        return officer.get("/api/messages");
    }

    @Test
    void whatHasWaitedForHalfADayIsNotSent() {
        messaging.make(morning);
        deliver(morning.plus(Duration.ofHours(13)));
        assertThat(mine()).containsExactly("digest webhook stale");
        assertThat(toMe()).isEmpty();
    }

    @Test
    void aPhoneIsOpenedForASmsAloneAndTheLookIsRecorded() {
        String url = "http://127.0.0.1:" + theirs.getAddress().getPort() + "/say";
        connected(new MessageSettings.Door(url, SECRET), null);
        messaging.make(morning);
        deliver(morning);
        assertThat(mine()).as("nobody knows the phone").containsExactly("digest sms failed");
        assertThat(view().at("/sent/0/fault").asString()).isEqualTo("没有登记手机号码");
        everywhere("delete from message");
        TestCity.Person registrar = city.person(bureau.agency, "registrar");
        assertThat(new Desk(port, registrar).browser.send("PUT", "/api/registry/people/" + bureau.officer.id() + "/identity", "{\"phone\":\"13800138000\"}").status()).isLessThan(300);
        messaging.make(morning);
        deliver(morning);
        assertThat(mine()).containsExactly("digest sms sent");
        assertThat(came).anySatisfy(c -> {
            assertThat(c.body().path("phone").asString()).isEqualTo("13800138000");
            assertThat(c.body().has("login")).isFalse();
        });
        assertThat(jdbc.sql("select count(*) from identity_read where person_id = ? and way = 'message' and read_by = 0").param(bureau.officer.id()).query(Integer.class).single()).isPositive();
    }

    @Test
    void whoDoesNotWantMessagesGetsNoneAndWhatIsNotConnectedIsSaid() {
        transactions.write(() -> {
            store.refuse(bureau.officer.id(), Carrier.WEBHOOK, true);
            store.refuse(bureau.officer.id(), Carrier.WEBHOOK, true);
            return 0;
        });
        messaging.make(morning);
        assertThat(mine()).isEmpty();
        transactions.write(() -> {
            store.refuse(bureau.officer.id(), Carrier.WEBHOOK, false);
            return 0;
        });
        messaging.make(morning);
        assertThat(mine()).hasSize(1);
        assertThat(view().path("ways")).as("this server is connected to nothing").isEmpty();
        assertThat(officer.browser.send("PUT", "/api/messages/sms", "{\"on\":true}").status()).isEqualTo(404);
        assertThat(new Desk(port, bureau.second).get("/api/messages").path("sent")).as("of others nothing is seen").isEmpty();
    }

    @Test
    void anAccountThatIsClosedIsToldNothing() {
        jdbc.sql("update account set disabled = true where person_id = ?").param(bureau.officer.id()).update();
        messaging.make(morning);
        assertThat(mine()).isEmpty();
    }

    @Test
    void aPracticeCityConnectedToRealPhonesDoesNotStart() {
        MessageSettings settings = new MessageSettings(new MessageSettings.Door("https://sms.example/say", SECRET), null, Duration.ofDays(90));
        assertThatThrownBy(() -> new Messaging(settings, unread, store, parameters, transactions, clock, new Practice(true)))
                .isInstanceOf(StartupProblem.class).hasMessageContaining("sends no messages");
    }

    @Test
    void anInterfaceInClearOrWithoutASecretBarsTheStart() {
        for (String url : List.of("http://sms.example/say", "ftp://127.0.0.1/say", "sms", "https://user:word@sms.example/say", "ht tp://x")) {
            assertThatThrownBy(() -> new MessageSettings(new MessageSettings.Door(url, SECRET), null, Duration.ofDays(90))).as(url)
                    .isInstanceOf(StartupProblem.class).hasMessageContaining("mingfa.messages.sms.url");
        }
        assertThatThrownBy(() -> new MessageSettings(null, new MessageSettings.Door("https://x.example/say", "short"), Duration.ofDays(90)))
                .isInstanceOf(StartupProblem.class).hasMessageContaining("mingfa.messages.webhook.secret");
    }

    @Test
    void oldMessagesAreForgotten() {
        messaging.make(morning);
        everywhere("update message set state = 'sent'");
        unread.everywhere(() -> transactions.write(() -> store.forget(morning.plus(Duration.ofDays(91)), 1000)));
        assertThat(mine()).isEmpty();
    }
}
