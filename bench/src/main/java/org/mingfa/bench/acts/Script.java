package org.mingfa.bench.acts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.bench.acts.Capture.Sent;

/**
 * Captured statements as a pgbench script that walks one case: the case's id, keys and drawn numbers become variables, all
 * else is as it was sent. What pgjdbc sends in one round trip (the begin with the scope; the head with its rows) pgbench
 * sends as a pipeline.
 */
final class Script {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern RETURNING = Pattern.compile("(?s)insert into .*\\sreturning \\w+|select \\* from publication where .*");
    private static final Pattern DRAWN = Pattern.compile("(publication_id|document_id) = \\$(\\d+)");
    private static final Pattern ROWS = Pattern.compile("(?s)(delete from|insert into) case_(duty|object|person).*");

    private final StringBuilder out = new StringBuilder();
    private final String caseId;
    private final String keys;
    private boolean piped;

    private Script(String caseId, String keys) {
        this.caseId = caseId;
        this.keys = keys;
    }

    /**
     * @param caseId of the captured case, the number alone
     * @param keys what its idempotency keys began with
     */
    static String of(List<Sent> sent, String caseId, String keys) {
        Script script = new Script(caseId, keys);
        script.out.append("\\set round :round + 1\n\\set case 900000000000000 + :client_id * 10000000000 + :run * 100000000 + :round\n");
        for (int i = 0; i < sent.size(); i++) {
            script.add(sent.get(i), i + 1 < sent.size() ? sent.get(i + 1).sql() : "");
        }
        return script.out.toString();
    }

    private void add(Sent s, String next) {
        boolean begins = s.sql().startsWith("BEGIN") && next.startsWith("SET LOCAL");
        boolean heads = s.sql().matches("(?s)(update|insert into) enforcement_case .*") && ROWS.matcher(next).matches();
        if (begins || heads) {
            out.append("\\startpipeline\n");
            piped = true;
        }
        boolean draws = RETURNING.matcher(s.sql()).matches();
        out.append(filled(s)).append(draws ? " \\gset\n" : ";\n");
        if (piped && !next.startsWith("SET LOCAL") && !ROWS.matcher(next).matches()) {
            out.append("\\endpipeline\n");
            piped = false;
        }
    }

    private String filled(Sent s) {
        Matcher place = PLACE.matcher(s.sql());
        StringBuilder sql = new StringBuilder();
        while (place.find()) {
            int n = Integer.parseInt(place.group(1));
            place.appendReplacement(sql, Matcher.quoteReplacement(value(s, n)));
        }
        return place.appendTail(sql).toString();
    }

    private String value(Sent s, int n) {
        String value = s.parameters().get(n - 1);
        String drawn = drawn(s.sql(), n);
        if (!drawn.isEmpty()) {
            return drawn;
        }
        if (value.equals("'" + caseId + "'")) {
            return ":case";
        }
        if (value.startsWith("'" + keys)) {
            return "cast(:case as text) || '-" + value.substring(1 + keys.length());
        }
        return value.replaceAll(":(?=[A-Za-z_])", ": ");
    }

    /** The variable that an earlier {@code returning} of this script has set, or empty. */
    private static String drawn(String sql, int n) {
        if (sql.startsWith("insert into issued_number") && n == 5) {
            return ":last";
        }
        if (sql.startsWith("insert into published_decision") && n == 2) {
            return ":publication_id";
        }
        Matcher drawn = DRAWN.matcher(sql);
        while (drawn.find()) {
            if (Integer.parseInt(drawn.group(2)) == n) {
                return ":" + drawn.group(1);
            }
        }
        return "";
    }
}
