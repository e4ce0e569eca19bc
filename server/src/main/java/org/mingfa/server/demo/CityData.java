package org.mingfa.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the invented city (resources/demo), as maps. */
final class CityData {

    private CityData() {}

    static Map<String, Object> read(String name) {
        try (InputStream in = CityData.class.getResourceAsStream("/demo/" + name)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** A list of maps under a key. */
    static List<Map<String, Object>> rows(Map<String, Object> file, String key) {
        List<Map<String, Object>> rows = new ArrayList<>();
        ((List<?>) file.get(key)).forEach(r -> rows.add(map(r)));
        return rows;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
