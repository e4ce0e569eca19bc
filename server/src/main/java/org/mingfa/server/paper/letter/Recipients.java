package org.mingfa.server.paper.letter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.springframework.stereotype.Component;

/** Reads from a case to whom a document goes: the confirmed address before the registered one (行政处罚法 第六十一条). */
@Component
public class Recipients {

    private static final Pattern NAMED_CODE = Pattern.compile("[（(，,；;\\s]*(?:邮政编码|邮编)\\s*[：:]?\\s*(\\d{6})[）)]?");
    private static final Pattern LEADING_CODE = Pattern.compile("^\\s*(\\d{6})[\\s，,]+");
    private static final String DESTROYED = "个人信息已销毁";

    private final LetterKinds kinds;

    Recipients(LetterKinds kinds) {
        this.kinds = kinds;
    }

    /** The party that the issuing entry is about; where it is about none, every party of the case. */
    public List<Recipient> of(CaseFile file, long seq) {
        String about = about(file, seq).orElse(null);
        return file.objects().stream().filter(o -> o.kind().equals("party") && (about == null ? o.alive() : o.id().equals(about))).map(o -> recipient(file, o)).toList();
    }

    /** The party that an entry is about. */
    public Optional<String> about(CaseFile file, long seq) {
        return file.record().stream().filter(e -> e.seq() == seq).findFirst().map(e -> e.act().on().get("party"));
    }

    private Recipient recipient(CaseFile file, CaseFile.ObjectState party) {
        String name = Objects.requireNonNullElse(text(party.fields().get("name")), party.label());
        Entry confirmed = file.entries().stream().filter(e -> confirms(file, e, party.id())).reduce((a, b) -> b).orElse(null);
        if (confirmed != null) {
            return located(party.id(), name, text(confirmed.act().form().get("recipient")), text(confirmed.act().form().get("address")), kinds.address() + "（第 " + confirmed.seq() + " 条记录）");
        }
        return located(party.id(), name, null, text(party.fields().get("address")), "当事人登记的住址或者住所");
    }

    private boolean confirms(CaseFile file, Entry e, String party) {
        ActSpec spec = file.procedure().act(e.act().code());
        return spec != null && spec.documents().contains(kinds.address()) && party.equals(e.act().on().get("party")) && text(e.act().form().get("address")) != null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String s && !s.isBlank() && !s.contains(DESTROYED) ? s.strip() : null;
    }

    /** A postcode that was written into the address stands before it. */
    private static Recipient located(String party, String name, @Nullable String through, @Nullable String address, String source) {
        if (address == null) {
            return new Recipient(party, name, through, null, null, "");
        }
        for (Pattern pattern : List.of(NAMED_CODE, LEADING_CODE)) {
            Matcher found = pattern.matcher(address);
            if (found.find()) {
                String rest = found.replaceFirst("").strip();
                return rest.isEmpty() ? new Recipient(party, name, through, null, null, "") : new Recipient(party, name, through, found.group(1), rest, source);
            }
        }
        return new Recipient(party, name, through, null, address, source);
    }
}
