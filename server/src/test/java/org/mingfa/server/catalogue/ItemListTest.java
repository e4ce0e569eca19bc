package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether an item is published says the nearest list of items: the agency's own, else its region's, else the register. */
@ServerTest
@Import(TestCity.class)
class ItemListTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Items items;
    Bureau bureau;
    String item;

    @BeforeEach
    void aBureauAndAnItem() {
        bureau = new Bureau(city, jdbc);
        item = "L" + System.nanoTime();
    }

    private void publish(String code) {
        ListDesk clerk = new ListDesk(port, bureau.officer);
        String id = clerk.begin("items");
        clerk.put(id, 1, Map.of("code", code, "title", "进货查验", "actType", "行政处罚", "basis", "食品安全法 第一百二十六条"));
        clerk.step(id, 1, "submit", Map.of());
        new ListDesk(port, bureau.reviewer).step(id, 1, "review", Map.of("opinion", "同意"));
        new ListDesk(port, bureau.head).step(id, 1, "publish", Map.of());
    }

    private Browser.Answer file() {
        Map<String, Object> filing = new HashMap<>(bureau.filing(Bureau.TODAY));
        filing.put("item", item);
        return Browser.of(port, bureau.head).post("/api/cases", filing);
    }

    @Test
    void anItemThatIsOnNoListBarsTheFiling() {
        assertThat(file().body()).contains("item.published");
    }

    @Test
    void anItemOfTheAgencysOwnListMayBeFiled() {
        publish(item);
        assertThat(items.at(item, bureau.agency.id(), Bureau.TODAY)).containsEntry("published", true).containsEntry("inForce", true);
        assertThat(items.at(item, bureau.agency.id(), Bureau.TODAY.minusDays(1))).containsEntry("published", false);
        assertThat(items.at(item, Bureau.TODAY)).as("another agency, by the register").containsEntry("published", false);
        assertThat(file().status()).isEqualTo(201);
    }

    @Test
    void theAgencysOwnListDecidesOverTheRegister() {
        items.put(new Item(item, Bureau.SINCE, null, "进货查验", "食品安全法 第一百二十六条", "市场监管", Bureau.SINCE), 0);
        assertThat(file().status()).as("on the register").isEqualTo(201);
        publish("X-1");
        assertThat(file().body()).as("not on the list that the agency has published since").contains("item.published");
    }

    @Test
    void theRegisterKeepsItsVersionsByDate() {
        Browser admin = Browser.of(port, city.person(city.agency(), "system-admin"));
        assertThat(admin.post("/api/registry/items", Map.of("code", item, "from", "2022-01-01", "title", "甲", "basis", "食品安全法 第一百二十六条", "field", "市场监管", "publishedOn", "2022-01-01")).status()).isEqualTo(201);
        assertThat(admin.post("/api/registry/items", Map.of("code", item, "from", "2022-01-01", "title", "甲", "basis", "食品安全法 第一百二十六条", "field", "市场监管")).body()).contains("已经登记");
        assertThat(admin.send("PUT", "/api/registry/items/" + item, "{\"from\":\"2024-01-01\",\"to\":\"2024-12-31\",\"title\":\"乙\",\"basis\":\"食品安全法 第一百二十六条\",\"field\":\"市场监管\",\"publishedOn\":\"2022-01-01\"}").status()).isEqualTo(204);
        assertThat(items.at(item, LocalDate.of(2023, 1, 1))).containsEntry("title", "甲").containsEntry("inForce", true);
        assertThat(items.at(item, LocalDate.of(2024, 6, 1))).containsEntry("title", "乙").containsEntry("inForce", true);
        assertThat(items.at(item, LocalDate.of(2025, 1, 1))).containsEntry("inForce", false);
        assertThat(admin.get("/api/registry/items?field=市场监管&on=2023-01-01&cursor=" + item.substring(0, item.length() - 1)).body()).contains("\"甲\"");
    }
}
