package org.mingfa.server.access.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** Acts in the words of the people who read them: {@code access/audit-words.yaml}. */
@Component
public class AuditWords {

    private final Map<String, Map<String, String>> words;

    AuditWords() throws IOException {
        try (InputStream in = AuditWords.class.getResourceAsStream("/access/audit-words.yaml")) {
            words = new Yaml().load(in);
        }
    }

    /** Codes with their words, in order. */
    public Map<String, String> acts() {
        return words.getOrDefault("acts", Map.of());
    }

    /** A code as it is listed; a request by its area and its method. */
    public String title(String act) {
        String known = acts().get(act);
        if (known != null || !act.contains(" ")) {
            return known == null ? act : known;
        }
        String method = act.substring(0, act.indexOf(' '));
        return area(act.substring(act.indexOf(' ') + 1)) + "：" + words.getOrDefault("methods", Map.of()).getOrDefault(method, method);
    }

    /** The area of a path: the longest beginning that is listed. */
    public String area(String path) {
        return words.getOrDefault("areas", Map.of()).entrySet().stream()
                .filter(e -> path.equals(e.getKey()) || path.startsWith(e.getKey() + "/"))
                .max(Comparator.comparingInt(e -> e.getKey().length())).map(Map.Entry::getValue).orElse(path);
    }
}
