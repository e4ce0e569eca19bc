package org.mingfa.server.disclosure.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Entry;
import org.mingfa.server.cases.CaseFiles;
import org.mingfa.server.cases.DecidedFines;
import org.mingfa.server.document.MoneyWords;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.stereotype.Component;

/** Applies the rules of {@code checks.yaml} to one decision. */
@Component
public class PublicationChecks {

    private final List<CheckRule> rules = CheckRule.load();
    private final DecidedFines fines;
    private final CaseFiles files;
    private final RegisterParameters parameters;

    PublicationChecks(DecidedFines fines, CaseFiles files, RegisterParameters parameters) {
        this.fines = fines;
        this.files = files;
        this.parameters = parameters;
    }

    /** A decision: its case and entry, and the text that the public is to see. */
    public record Checked(CaseKey caseKey, long decisionSeq, LocalDate decidedOn, String text) {}

    public List<PublicationFinding> of(Checked c) {
        DecidedFines.Fine fine = fines.of(c.caseKey(), c.decisionSeq());
        return rules.stream().flatMap(r -> Stream.ofNullable(found(r, c, fine)).map(why -> new PublicationFinding(r.id(), r.severity(), r.title(), r.cite(), why))).toList();
    }

    private @Nullable String found(CheckRule r, Checked c, DecidedFines.@Nullable Fine fine) {
        if (r.must() != null) {
            return r.must().matcher(c.text()).find() ? null : r.mend();
        }
        if (r.mustNot() != null) {
            var m = r.mustNot().matcher(c.text());
            return m.find() ? "“" + m.group() + "”：" + r.mend() : null;
        }
        return switch (r.fact()) {
            case "outside" -> fine != null && fine.outside() && !fine.departs()
                    ? "罚款 " + MoneyWords.figures(fine.fine()) + "，测算的幅度为 " + MoneyWords.figures(Objects.requireNonNull(fine.low())) + " 至 "
                            + MoneyWords.figures(Objects.requireNonNull(fine.high())) + "。" + r.mend() : null;
            case "spread" -> fine == null ? null : spread(r, c, fine);
            case "multiple" -> fine == null ? null : multiple(r, c, fine.fine());
            default -> ungrounded(r, c);
        };
    }

    private @Nullable String spread(CheckRule r, Checked c, DecidedFines.Fine fine) {
        int percent = parameters.value("publication.spread-percent", c.decidedOn()).intValue();
        int months = parameters.value("publication.spread-months", c.decidedOn()).intValue();
        int fewest = parameters.value("similar.fewest", c.decidedOn()).intValue();
        DecidedFines.Spread others = fines.spread(c.caseKey(), fine, c.decidedOn().minusMonths(months), c.decidedOn());
        if (others.median() == null || others.cases() < fewest || Math.abs(fine.fine() - others.median()) * 100 <= others.median() * percent) {
            return null;
        }
        return "本机关 " + months + " 个月内同一基准同一阶次的 " + others.cases() + " 件，罚款中位数 " + MoneyWords.figures(others.median()) + "，本案 "
                + MoneyWords.figures(fine.fine()) + "，相差超过 " + percent + "%。" + r.mend();
    }

    private @Nullable String multiple(CheckRule r, Checked c, long fine) {
        int most = parameters.value("publication.fine-per-value", c.decidedOn()).intValue();
        return decision(c).flatMap(e -> Optional.ofNullable(quantity(e.act().form().get("assessment"), r.quantity())))
                .filter(value -> value.signum() > 0 && BigDecimal.valueOf(fine, 2).compareTo(value.multiply(BigDecimal.valueOf(most))) > 0)
                .map(value -> "罚款 " + MoneyWords.figures(fine) + "，" + r.quantity() + " " + value.toPlainString() + " 元，超过 " + most + " 倍。" + r.mend()).orElse(null);
    }

    private static @Nullable BigDecimal quantity(@Nullable Object assessment, String name) {
        return assessment instanceof Map<?, ?> kept && kept.get("situation") instanceof Map<?, ?> s && s.get("quantities") instanceof Map<?, ?> quantities
                && Objects.toString(quantities.get(name), "").matches("\\d{1,15}(\\.\\d{1,4})?") ? new BigDecimal(String.valueOf(quantities.get(name))) : null;
    }

    private Optional<Entry> decision(Checked c) {
        return files.current(c.caseKey()).file().record().stream().filter(e -> e.seq() == c.decisionSeq()).findFirst();
    }

    private @Nullable String ungrounded(CheckRule r, Checked c) {
        return decision(c)
                .filter(e -> r.value().equals(e.act().form().get(r.field())))
                .filter(e -> !(e.act().form().get("assessment") instanceof Map<?, ?> kept && kept.get("situation") instanceof Map<?, ?> s
                        && s.get("grounds") instanceof List<?> grounds && grounds.stream().anyMatch(g -> String.valueOf(g).startsWith(r.grounds()))))
                .map(e -> r.mend()).orElse(null);
    }
}
