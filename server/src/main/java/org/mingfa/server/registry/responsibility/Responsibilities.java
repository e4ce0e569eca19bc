package org.mingfa.server.registry.responsibility;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.stereotype.Component;

/** Setting up posts (设岗), changing and ending them, placing and relieving people; every change from a day on. */
@Component
public class Responsibilities {

    private final PostStore store;
    private final Items items;
    private final ActBook acts;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Responsibilities(PostStore store, Items items, ActBook acts, Keeping keeping, RegisterParameters parameters) {
        this.store = store;
        this.items = items;
        this.acts = acts;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** Posts of a body by id, as on a day; without one of all bodies that the caller sees. */
    public List<ResponsiblePost> page(@Nullable Long agency, @Nullable String q, @Nullable String item, @Nullable LocalDate on, long after, int limit) {
        return store.page(new PostStore.Filter(keeping.reach("service.read"), agency, q, item, on == null ? parameters.today() : on), after, limit).stream().map(told(on == null ? parameters.today() : on)).toList();
    }

    /** With the acts in words; the procedures of a body are read once. */
    private UnaryOperator<ResponsiblePost> told(LocalDate day) {
        Map<String, ActBook.Pages> pages = new HashMap<>();
        return p -> p.told(pages.computeIfAbsent(p.agency(), a -> acts.on(Long.parseLong(a), day)));
    }

    /** The acts that a post of a body may serve from a day on. */
    public List<ActBook.Book> acts(long agency, @Nullable LocalDate on) {
        keeping.see("service.read", agency);
        return acts.all(agency, on == null ? parameters.today() : on);
    }

    public ResponsiblePost.Page one(long post) {
        long agency = seen(post);
        List<ResponsiblePost.Version> versions = store.versions(post);
        LocalDate day = latest(parameters.today(), versions.getLast().validFrom());
        ResponsiblePost now = store.one(post, agency, day).orElseGet(() -> store.one(post, agency, lastDay(versions)).orElseThrow());
        return new ResponsiblePost.Page(now.told(acts.on(agency, day)), versions, store.everybody(post), keeping.may("responsibility.write", agency));
    }

    /** The day before a post ended. */
    private static LocalDate lastDay(List<ResponsiblePost.Version> versions) {
        return versions.stream().filter(ResponsiblePost.Version::ended).findFirst().orElseThrow().validFrom().minusDays(1);
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** What a person was, is and will be in, for whoever sees it. */
    public List<ResponsiblePost.Held> of(long person) {
        LocalDate today = parameters.today();
        return store.of(person, today).stream().map(h -> {
            ActBook.Pages pages = acts.on(h.agency(), today);
            List<String> words = Stream.concat(pages.words(h.acts()).stream(), pages.unmatched(h.acts()).stream()).toList();
            return new ResponsiblePost.Held(h.agency(), h.post(), h.unitName(), h.title(), words, h.items(), h.rotates(), h.from(), h.to());
        }).toList();
    }

    public long add(long agency, long unit, ResponsiblePost.Version v) {
        keeping.keep("responsibility.write", agency);
        return keeping.change(() -> {
            if (!store.unitOf(unit, agency)) {
                throw Refused.invalid("/unit", "本单位没有这个内设机构");
            }
            checked(agency, unit, 0, v, List.of());
            long post = store.add(agency, unit, Caller.current().id());
            store.put(post, v, Caller.current().id());
            return post;
        });
    }

    public void change(long post, ResponsiblePost.Version v) {
        long agency = kept(post);
        keeping.change(() -> {
            List<String> kept = running(post, v.validFrom()).acts();
            checked(agency, store.unit(post).orElseThrow(), post, v, kept);
            store.put(post, v, Caller.current().id());
            return post;
        });
    }

    /** From that day there is no such post, and nobody is in it. */
    public void end(long post, LocalDate from, String reason) {
        kept(post);
        keeping.change(() -> {
            ResponsiblePost.Version last = running(post, from);
            store.put(post, new ResponsiblePost.Version(from, last.title(), last.duties(), last.items(), last.acts(), last.atWindow(), last.rotates(), true, reason), Caller.current().id());
            store.relieveAll(post, from.minusDays(1));
            return post;
        });
    }

    public long place(long post, long person, LocalDate from) {
        long agency = kept(post);
        return keeping.change(() -> {
            List<ResponsiblePost.Version> versions = store.versions(post);
            if (versions.getFirst().ended()) {
                throw Refused.conflict("这个岗位已经撤销");
            }
            if (from.isBefore(versions.getLast().validFrom())) {
                throw Refused.invalid("/from", "早于设岗之日 " + versions.getLast().validFrom());
            }
            if (!store.at(person, agency, from)) {
                throw Refused.invalid("/person", "此人当日不在本单位");
            }
            if (store.placed(post, person, from)) {
                throw Refused.conflict("此人当日或者以后已在这个岗位");
            }
            return store.place(post, person, from, Caller.current().id());
        });
    }

    /** The holder is no longer in the post from that day. */
    public void relieve(long post, long holder, LocalDate from) {
        kept(post);
        keeping.change(() -> {
            if (!store.relieve(post, holder, from.minusDays(1))) {
                throw Refused.conflict("此人在该日已经不在这个岗位，或者尚未到岗");
            }
            return post;
        });
    }

    private long seen(long post) {
        long agency = store.agency(post).orElseThrow(() -> Refused.notFound("没有这个岗位，或者不归您查看"));
        keeping.see("service.read", agency);
        return agency;
    }

    private long kept(long post) {
        long agency = seen(post);
        keeping.keep("responsibility.write", agency);
        return agency;
    }

    private ResponsiblePost.Version running(long post, LocalDate from) {
        ResponsiblePost.Version last = store.versions(post).getFirst();
        if (last.ended()) {
            throw Refused.conflict("这个岗位已经撤销");
        }
        if (from.isBefore(last.validFrom())) {
            throw Refused.invalid("/from", "早于最近一次变更的日期 " + last.validFrom());
        }
        return last;
    }

    /** @param kept what the post has already: words from before acts were picked may stay */
    private void checked(long agency, long unit, long post, ResponsiblePost.Version v, List<String> kept) {
        if (store.titled(unit, v.title(), post)) {
            throw Refused.invalid("/title", "本机构已有同名的岗位");
        }
        List<String> unknown = unknown(agency, v.items(), v.validFrom());
        if (!unknown.isEmpty()) {
            throw Refused.invalid("/items", "不在本单位已公布的执法事项清单：" + String.join("、", unknown.stream().limit(5).toList()));
        }
        List<String> foreign = acts.on(agency, v.validFrom()).unmatched(v.acts().stream().filter(a -> !kept.contains(a)).toList());
        if (!foreign.isEmpty()) {
            throw Refused.invalid("/acts", "当日施行的法律包中没有这些办理环节：" + String.join("、", foreign.stream().limit(5).toList()) + "；请从法律包的环节中选择");
        }
    }

    /** The acts of a post as its table has them. */
    public List<String> tableWords(ResponsiblePost p, LocalDate day) {
        return Stream.concat(acts.on(Long.parseLong(p.agency()), day).tableWords(p.acts()).stream(), p.unmatched().stream()).toList();
    }

    /** What a table's words of acts mean, each with what it gives; null where the packs have no such act. */
    public java.util.function.Function<String, @Nullable List<String>> named(long agency, LocalDate day) {
        return acts.on(agency, day)::named;
    }

    /** Those that are on no published list of the body on that day. */
    public List<String> unknown(long agency, List<String> codes, LocalDate day) {
        return Set.copyOf(codes).stream().filter(c -> {
            var item = items.at(c, agency, day);
            return !Boolean.TRUE.equals(item.get("published")) || !Boolean.TRUE.equals(item.get("inForce"));
        }).sorted().toList();
    }
}
