package org.mingfa.server.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** What permissions let their holders do, in the words of the people who read them: {@code access/permission-words.yaml}. */
@Component
public class PermissionWords {

    private final Map<String, Map<String, String>> areas;

    PermissionWords() throws IOException {
        try (InputStream in = PermissionWords.class.getResourceAsStream("/access/permission-words.yaml")) {
            areas = new Yaml().load(in);
        }
    }

    public record Right(String code, String title) {}

    /** What may be done in an area, such as 案件. */
    public record Area(String title, List<Right> rights) {}

    /** These permissions by area, in the order of the file; an area without any is left out. */
    public List<Area> of(Collection<String> permissions) {
        return areas.entrySet().stream()
                .map(a -> new Area(a.getKey(), a.getValue().entrySet().stream()
                        .filter(r -> permissions.contains(r.getKey())).map(r -> new Right(r.getKey(), r.getValue())).toList()))
                .filter(a -> !a.rights().isEmpty()).toList();
    }
}
