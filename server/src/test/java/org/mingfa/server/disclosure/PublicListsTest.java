package org.mingfa.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.server.catalogue.ListDesk;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The public pages of the lists (清单, 事前公开): what is published, and nothing before. */
@ServerTest
@Import(TestCity.class)
class PublicListsTest {

    @LocalServerPort int port;
    @Autowired TestCity city;

    @Test
    void whatIsPublishedStandsOnThePublicPageWithoutAScriptAndADraftDoesNot() {
        TestCity.Agency agency = city.agency();
        ListDesk clerk = new ListDesk(port, city.person(agency, "officer"));
        String id = clerk.begin("fees");
        clerk.put(id, 1, Map.of("number", "1", "title", "<b>工本费</b>", "body", "本局", "basis", "优化营商环境条例 第二十五条", "standard", "十元", "object", "申请人"));
        Browser anyone = new Browser(port);
        assertThat(anyone.get("/public/lists/" + id).status()).as("a draft").isEqualTo(404);
        clerk.step(id, 1, "submit", Map.of());
        new ListDesk(port, city.person(agency, "legal-reviewer")).step(id, 1, "review", Map.of("opinion", "同意"));
        assertThat(anyone.get("/public/lists").body()).doesNotContain("/public/lists/" + id);
        ListDesk head = new ListDesk(port, city.person(agency, "agency-head"));
        head.step(id, 1, "publish", Map.of("document", "云市监〔2026〕9号"));
        String page = anyone.get("/public/lists/" + id).body();
        assertThat(page).contains("&lt;b&gt;工本费", "收费标准", "云市监〔2026〕9号", "第 1 版").doesNotContain("<script");
        assertThat(anyone.get("/public/lists").body()).contains("/public/lists/" + id, "行政收费清单");
        head.step(id, 1, "withdraw", Map.of("note", "取消"));
        assertThat(anyone.get("/public/lists/" + id).status()).as("in force to the end of today").isEqualTo(200);
    }

    @Test
    void anAddressThatIsNoListIsNotFound() {
        Browser anyone = new Browser(port);
        for (String path : new String[] {"0", "999999999", "x", "1'or'1", "99999999999999999999"}) {
            assertThat(anyone.get("/public/lists/" + path).status()).as(path).isEqualTo(404);
        }
    }
}
