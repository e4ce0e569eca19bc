package org.mingfa.cli.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingfa.core.sealing.Canonical;

/** What an audit prints. Rules stand in the order of their ids. */
record Report(Tally tally, List<CaseAuditor.Rule> rules, double seconds, boolean named) {

    String json() {
        String counts = ordered().entrySet().stream()
                .map(e -> Canonical.text(e.getKey()) + ":" + e.getValue()).collect(Collectors.joining(","));
        String names = named ? ",\"caseNames\":" + Canonical.text(tally.listedCases()) : "";
        return "{\"cases\":" + tally.cases() + ",\"events\":" + tally.events() + ",\"withFindings\":" + tally.withFindings()
                + ",\"rules\":{" + counts + "}" + names + ",\"seconds\":" + String.format(Locale.ROOT, "%.3f", seconds) + "}\n";
    }

    String text() {
        if (named) {
            return tally.listedCases().stream().map(name -> name + "\n").collect(Collectors.joining());
        }
        Map<String, String> titles = rules.stream().collect(Collectors.toMap(CaseAuditor.Rule::id, CaseAuditor.Rule::title, (a, b) -> a));
        int width = ordered().keySet().stream().mapToInt(String::length).max().orElse(0);
        var out = new StringBuilder();
        ordered().forEach((id, cases) -> out.append(String.format(
                Locale.ROOT, "%-" + Math.max(1, width) + "s %,9d  %s%n", id, cases, titles.getOrDefault(id, ""))));
        return out.append(String.format(Locale.ROOT, "%,d cases, %,d events, %,d cases with findings, %.1f s%n",
                tally.cases(), tally.events(), tally.withFindings(), seconds)).toString();
    }

    private Map<String, Integer> ordered() {
        return new TreeMap<>(tally.counts());
    }
}
