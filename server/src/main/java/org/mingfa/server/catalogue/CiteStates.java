package org.mingfa.server.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the citations of a text still hold on a day (法律、职能变化的，及时调整): shown beside a row of a list, never refused. */
@Component
public class CiteStates {

    /**
     * A citation and how it stands.
     *
     * @param state held; gone: the law is not in force that day; no-article: the law has no such article; unheld: the library
     *     does not have the law; unread: the text names no article
     */
    public record CiteState(String ref, String state, String note) {}

    private record RefDay(String ref, LocalDate day) {}

    private final Citations citations;
    private final Cache<RefDay, CiteState> known = Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    CiteStates(Citations citations) {
        this.citations = citations;
    }

    /** Of each citation of a text: they stand between ； or on lines of their own. */
    public List<CiteState> of(String text, LocalDate day) {
        List<CiteState> out = new ArrayList<>();
        for (String piece : text.split("[；;\\n]")) {
            String ref = piece.strip();
            if (!ref.isEmpty()) {
                out.add(known.get(new RefDay(ref, day), k -> read(k.ref(), k.day())));
            }
        }
        return out;
    }

    private CiteState read(String ref, LocalDate day) {
        Optional<Citation> parsed = Citation.parse(ref);
        if (parsed.isEmpty()) {
            return new CiteState(ref, "unread", "没有写明到条，或者条号不是汉字");
        }
        Citation c = parsed.get();
        String article = c.law() + " " + c.article();
        return switch (citations.standing(c, day)) {
            case HELD -> new CiteState(article, "held", "");
            case GONE -> new CiteState(article, "gone", "该法律文件当日已不再施行");
            case NO_ARTICLE -> new CiteState(article, "no-article", "当日施行的文本没有这一条");
            case UNHELD -> new CiteState(article, "unheld", "法规库未收录");
        };
    }
}
