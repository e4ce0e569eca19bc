package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** law/pack.schema.json is what editors check packs with; it must accept every pack and refuse what the loader refuses. */
class PackSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(LawFolder.read(LawFolder.LAW.resolve("pack.schema.json")));

    private static JsonNode tree(String file, String text) {
        return JSON.valueToTree(Doc.parse(file, text).value());
    }

    @Test
    void everyPackFitsTheSchema() {
        Map<String, String> texts = LawFolder.texts(LawFolder.LAW);
        assertThat(texts).isNotEmpty();
        texts.forEach((file, text) -> assertThat(SCHEMA.validate(tree(file, text))).as(file).isEmpty());
    }

    @Test
    void aMisspeltKeyOrAPeriodWithoutUnitDoesNotFit() {
        String pack = "procedure: p\ntitle: t\nversion: '1'\nin-force: {from: 2021-01-01}\nacts: {a: {title: 甲, %s}}\n";
        assertThat(SCHEMA.validate(tree("p", pack.formatted("needs: [b]")))).isEmpty();
        assertThat(SCHEMA.validate(tree("p", pack.formatted("neds: [b]")))).isNotEmpty();
        assertThat(SCHEMA.validate(tree("p", pack.formatted("obliges: [{act: b, within: 5}]")))).isNotEmpty();
    }
}
