package org.mingfa.server.paper.letter;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingfa.server.document.DocumentTemplate;
import org.mingfa.server.document.Documents;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which documents go to the party by letter, which one proves service, which one confirms an address: {@code documents/_letters.yaml}. */
@Component
public class LetterKinds {

    private final String receipt;
    private final String address;
    private final Set<String> toParty;
    private final Set<String> sent;

    LetterKinds(Documents documents) throws IOException {
        try (InputStream in = LetterKinds.class.getResourceAsStream("/documents/_letters.yaml")) {
            Map<String, Object> said = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            receipt = String.valueOf(said.get("receipt"));
            address = String.valueOf(said.get("address"));
            Set<String> elsewhere = titles(said, "not-to-party", documents);
            Set<String> onTheSpot = titles(said, "on-the-spot", documents);
            toParty = documents.templates().stream().filter(DocumentTemplate::external).map(DocumentTemplate::title).filter(t -> !elsewhere.contains(t)).collect(Collectors.toUnmodifiableSet());
            sent = toParty.stream().filter(t -> !onTheSpot.contains(t)).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Throws where a name is no template's, so that a renamed one does not go to the wrong address. */
    private static Set<String> titles(Map<String, Object> said, String key, Documents documents) {
        return ((List<?>) said.getOrDefault(key, List.of())).stream().map(String::valueOf).map(t -> documents.template(t).title()).collect(Collectors.toCollection(HashSet::new));
    }

    /** Title of the document that proves service. */
    public String receipt() {
        return receipt;
    }

    /** Title of the document by which a party confirms where it is to be served. */
    public String address() {
        return address;
    }

    /** Titles of those that wait to be served once they are issued. */
    public Set<String> sent() {
        return sent;
    }

    /** Whether a document of this title may go to the party in an envelope. */
    public boolean toParty(String title) {
        return toParty.contains(title);
    }
}
