package org.mingfa.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(TestCity.class)
class RecordUpkeepTest {

    @Autowired
    TestCity city;

    @Autowired
    RecordStore record;

    @Autowired
    Transactions transactions;

    @Autowired
    RecordUpkeep upkeep;

    @Autowired
    MeterRegistry meters;

    @Test
    void keysOlderThanTheSettingAreForgottenAndYoungerOnesKept() throws Exception {
        TestCity.Agency agency = city.agency();
        Request old = filed(agency, "old");
        Request young = filed(agency, "young");
        assertThat(TestDatabase.asSuperuser("update idempotency_key set created_at = now() - interval '31 days' where key = 'old' and region_id = " + agency.region())).isEqualTo(1);
        TestDatabase.asSuperuser("update idempotency_key set created_at = now() - interval '29 days' where key = 'young' and region_id = " + agency.region());
        upkeep.forget();
        assertThat(agency.scope().call(() -> transactions.read(() -> record.earlier(old)))).isEmpty();
        assertThat(agency.scope().call(() -> transactions.read(() -> record.earlier(young)))).isPresent();
    }

    private Request filed(TestCity.Agency agency, String key) {
        Request request = new Request(agency.region(), "12", key, new byte[32]);
        agency.scope().run(() -> transactions.write(() -> record.append(Acts.newCase(agency), agency.id(), 0, List.of(Acts.act("file-case")), request)));
        return request;
    }

    @Test
    void theDailyCheckShowsHowManyCasesAreBroken() throws Exception {
        TestCity.Agency agency = city.agency();
        filed(agency, "broken");
        upkeep.check();
        double before = meters.get("mingfa.record.broken.cases").gauge().value();
        assertThat(meters.get("mingfa.record.checked.entries").gauge().value()).isPositive();
        String tamper = "update entry set sm3 = set_byte(sm3, 0, get_byte(sm3, 0) # 1) where agency_id = " + agency.id();
        assertThat(TestDatabase.asSuperuser(tamper)).isEqualTo(1);
        upkeep.check();
        assertThat(meters.get("mingfa.record.broken.cases").gauge().value()).isEqualTo(before + 1);
        TestDatabase.asSuperuser(tamper);
        upkeep.check();
        assertThat(meters.get("mingfa.record.broken.cases").gauge().value()).isEqualTo(before);
    }
}
