package org.mingfa.server.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.FormDraftStore;
import org.mingfa.server.cases.store.FormDraftStore.Kept;
import org.mingfa.server.cases.store.FormDraftStore.Other;
import org.mingfa.server.cases.store.FormDraftStore.Place;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.SealedValues;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the caller is typing (草稿): kept sealed beside the record until it is handed in, so that it outlives the browser. A window
 * that saves over what another window of the same person has saved since is told so; colleagues at the same form see each other's
 * names, never what is typed.
 */
@Component
public class FormDrafts {

    private static final int LONGEST = 300_000;
    private static final int MOST = 200;
    private static final Duration THERE = Duration.ofMinutes(2);
    private static final int BATCH = 1000;

    /**
     * A draft.
     *
     * @param version 0 where nothing was typed
     * @param window which window saved it last, as that window calls itself
     * @param others colleagues who have the same form open
     */
    public record View(int version, @Nullable String window, @Nullable Instant savedAt, @Nullable JsonNode value, List<Other> others) {}

    /** What is saved. @param version over which; {@code value} null: the form is only open */
    public record Saving(@Nullable String place, @Nullable Integer version, @Nullable String window, @Nullable JsonNode value) {}

    private final FormDraftStore store;
    private final Unread everywhere;
    private final SealedValues values;
    private final JsonMapper json;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration keep;

    FormDrafts(
            FormDraftStore store, Unread everywhere, SealedValues values, JsonMapper json, Transactions transactions, Clock clock,
            @Value("${mingfa.drafts.keep:30d}") Duration keep) {
        this.store = store;
        this.everywhere = everywhere;
        this.values = values;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
        this.keep = keep;
    }

    public View read(@Nullable String place) {
        Place p = place(place);
        return transactions.read(() -> view(p, true));
    }

    /** Saves it, or tells 409 with what another window saved. Without a value it only tells that the form is open. */
    public View save(Saving in) {
        Place p = place(in.place());
        String window = in.window();
        if (window == null || !window.matches("[0-9a-zA-Z-]{1,40}")) {
            throw Refused.invalid("/window", "应为窗口的标识：字母、数字和短横，不超过 40 个");
        }
        JsonNode value = in.value();
        if (value == null || value.isNull()) {
            return transactions.write(() -> {
                store.seen(p, window, clock.instant());
                return view(p, false);
            });
        }
        if (in.version() == null || in.version() < 0) {
            throw Refused.invalid("/version", "必填：在哪一版上修改，还没有保存过的为 0");
        }
        String text = json.writeValueAsString(value);
        if (text.length() > LONGEST) {
            throw Refused.invalid("/value", "草稿过长，不能保存");
        }
        return transactions.write(() -> {
            if (in.version() == 0 && store.count(p) >= MOST) {
                throw Refused.conflict("未办理的草稿已有 " + MOST + " 份，请先办理或者清空一些");
            }
            if (!store.save(p, in.version(), window, values.seal(label(p), text), clock.instant())) {
                View now = view(p, true);
                throw Refused.conflict("同一份草稿在另一个窗口里又保存过").with("draft", now);
            }
            return view(p, false);
        });
    }

    public void drop(@Nullable String place) {
        Place p = place(place);
        transactions.write(() -> {
            store.drop(p);
            return p;
        });
    }

    /** At night: what nobody has opened for long. */
    @Scheduled(cron = "0 55 2 * * *", zone = "${mingfa.zone}")
    void forget() {
        everywhere.everywhere(() -> {
            int gone;
            do {
                gone = transactions.write(() -> store.forget(clock.instant().minus(keep), BATCH));
            } while (gone == BATCH);
        });
    }

    private View view(Place p, boolean whole) {
        Kept kept = store.find(p).orElse(new Kept(0, "", null, null));
        byte[] content = kept.content();
        JsonNode value = whole && content != null ? json.readTree(values.open(label(p), content)) : null;
        return new View(kept.version(), kept.window().isEmpty() ? null : kept.window(), kept.savedAt(), value, store.others(p, clock.instant().minus(THERE)));
    }

    private static String label(Place p) {
        return "form draft " + p.person() + " " + p.place();
    }

    /** Of the body that the caller works for: the same form in another post is another draft. */
    private static Place place(@Nullable String place) {
        if (place == null || place.isBlank() || place.length() > 300 || place.indexOf('\0') >= 0) {
            throw Refused.invalid("/place", "必填：表单的位置，不超过 300 字");
        }
        Caller me = Caller.current();
        return new Place(me.id(), me.agency().id() + ":" + place, me.agency().region(), me.agency().id());
    }
}
