package org.mingfa.server.sheet;

import java.util.List;

/**
 * A column that an import expects.
 *
 * @param title as in the header
 * @param required a row without it is refused
 * @param note what belongs there, for the template
 * @param example one value, for the template
 * @param choices for {@link Kind#CHOICE}: the words that are allowed
 * @param max characters of a text
 * @param personal what a report of faults does not repeat
 */
public record Column(String title, boolean required, String note, String example, Kind kind, List<String> choices, int max, boolean personal) {

    public enum Kind { TEXT, DATE, YESNO, INTEGER, CHOICE }

    public static Column text(String title, int max, String note, String example) {
        return new Column(title, true, note, example, Kind.TEXT, List.of(), max, false);
    }

    public static Column date(String title, String note, String example) {
        return new Column(title, true, note, example, Kind.DATE, List.of(), 40, false);
    }

    public static Column yesNo(String title, String note, String example) {
        return new Column(title, true, note, example, Kind.YESNO, List.of("是", "否"), 4, false);
    }

    public static Column integer(String title, String note, String example) {
        return new Column(title, true, note, example, Kind.INTEGER, List.of(), 18, false);
    }

    public static Column choice(String title, List<String> choices, String note, String example) {
        return new Column(title, true, note, example, Kind.CHOICE, List.copyOf(choices), 200, false);
    }

    /** The same, and a row may leave it empty. */
    public Column optional() {
        return new Column(title, false, note, example, kind, choices, max, personal);
    }

    /** The same, and no report of faults repeats what stands there. */
    public Column asPersonal() {
        return new Column(title, required, note, example, kind, choices, max, true);
    }
}
