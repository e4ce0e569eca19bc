package org.mingfa.server.disclosure.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingfa.core.identity.Uscc;

/** Applies the masking rules to a served text, and looks for what must never be public in a text about to be. */
public final class Masking {
    private static final Pattern CREDIT_CODE = Pattern.compile("(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])");
    private final RuleFile file;
    private final boolean partiesKept;

    private Masking(RuleFile file, boolean partiesKept) {
        this.file = file;
        this.partiesKept = partiesKept;
    }

    /** @param partiesKept whether a natural person who is a party keeps the full name (a profile's choice, MSK-01) */
    public static Masking load(boolean partiesKept) {
        return new Masking(RuleFile.load(), partiesKept);
    }

    public List<Rule> rules() {
        return file.rules();
    }

    /** Names at the head of free text such as 李四（店员）、王五. */
    public List<String> namesIn(String text) {
        return file.names().in(text);
    }

    /** A natural person's public name: 张某. */
    public String shortened(String name) {
        return partiesKept ? name : file.names().surname(name) + "某";
    }

    public Masked mask(String original, Facts facts) {
        View view = View.of(original);
        var places = new Places(view, kept(view, facts));
        for (Rule rule : file.rules()) find(rule, view, facts, places);
        return new Masked(original, places.masks());
    }

    /** Rules that find something in a public text although nothing may be left: what is found is not repeated here. */
    public List<Rule> leaks(String publicText, Facts facts) {
        View view = View.of(publicText);
        var found = new ArrayList<Rule>();
        for (Rule rule : file.rules()) {
            var places = new Places(view, kept(view, facts));
            if (rule.leak()) find(rule, view, facts, places);
            if (!places.masks().isEmpty()) found.add(rule);
        }
        return found;
    }

    private void find(Rule rule, View view, Facts facts, Places places) {
        switch (rule.find()) {
            case "number" -> NumberScan.find(view.text(), Checks.named(rule.check())).forEach(n -> places.add(n.from(), n.to(), rule.with(), rule));
            case "pattern" -> matches(Pattern.compile(rule.pattern()), view, 1, places, rule);
            case "address" -> facts.addresses().forEach(address -> address(address, view, places, rule));
            case "name" -> names(facts.persons(), facts, view, places, rule);
            case "party-name" -> {
                if (!partiesKept) names(facts.parties(), facts, view, places, rule);
            }
            case "reporter" -> facts.reporters().forEach(name -> occurrences(name, view, places, rule.with(), rule));
            case "labelled-name" -> labelled(rule, view, places);
            case "manual" -> { }
            default -> throw new IllegalStateException("masking.yaml：" + rule.id() + " 的 find 不认识：" + rule.find());
        }
    }

    private static void matches(Pattern pattern, View view, int group, Places places, Rule rule) {
        var matcher = pattern.matcher(view.text());
        while (matcher.find()) places.add(matcher.start(group), matcher.end(group), rule.with(), rule);
    }

    /** Everyone in the case is told apart, also where only some of them are in this text. */
    private void names(List<String> people, Facts facts, View view, Places places, Rule rule) {
        var everyone = new ArrayList<>(partiesKept ? List.<String>of() : facts.parties());
        everyone.addAll(facts.persons());
        Map<String, String> called = file.names().called(everyone);
        people.stream().distinct().forEach(name -> occurrences(name, view, places, called.get(name), rule));
    }

    private void labelled(Rule rule, View view, Places places) {
        var matcher = file.names().labelled(rule.labels()).matcher(view.text());
        while (matcher.find()) places.add(matcher.start(1), matcher.end(1), file.names().surname(matcher.group(1)) + "某", rule);
    }

    private static void occurrences(String name, View view, Places places, String with, Rule rule) {
        if (name.codePointCount(0, name.length()) < 2) return;
        var matcher = Names.pattern(name).matcher(view.text());
        while (matcher.find()) places.add(matcher.start(), matcher.end(), with, rule);
    }

    /** What follows the district stays hidden; where no district can be told, everything. */
    private static void address(String address, View view, Places places, Rule rule) {
        int shown = Address.districtEnd(View.of(address).text());
        var matcher = Names.pattern(address).matcher(view.text());
        while (matcher.find()) {
            int from = matcher.start() + Math.min(shown, matcher.end() - matcher.start());
            if (from < matcher.end()) places.add(from, matcher.end(), rule.with(), rule);
        }
    }

    private static List<int[]> kept(View view, Facts facts) {
        var kept = new ArrayList<int[]>();
        var code = CREDIT_CODE.matcher(view.text());
        while (code.find()) if (Uscc.valid(code.group())) kept.add(new int[] {code.start(), code.end()});
        for (String word : facts.keep()) {
            if (word.length() < 2) continue;
            var matcher = Pattern.compile(Pattern.quote(View.of(word).text())).matcher(view.text());
            while (matcher.find()) kept.add(new int[] {matcher.start(), matcher.end()});
        }
        return kept;
    }
}
