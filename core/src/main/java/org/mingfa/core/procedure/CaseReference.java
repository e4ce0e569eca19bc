package org.mingfa.core.procedure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form field that names another case (关联案件), by its number or its id.
 *
 * @param field name of the field; {@link #idField()} beside it holds the id of the case that it was found to be
 * @param as what the named case is to this one
 * @param procedures codes of the procedures that the named case may be of; empty: any
 * @param follows acts of other cases that the act with this field follows from, the best first
 */
public record CaseReference(String field, As as, List<String> procedures, List<Follow> follows) {

    public enum As {
        /** 来源: this case came from it. */
        SOURCE,
        /** 所属: this case is a part of its handling. */
        PARENT,
        /** 去向: it came from this case. */
        OUTCOME,
        /** 有关: each stands for itself. */
        RELATED
    }

    /**
     * Once the act of the other case is done, this one may follow: it opens a case, or is the next step in a linked one.
     *
     * @param title what the step is called (立处罚案件); null: the title of the act
     * @param where holds it back unless the other act says so; null: always
     * @param fill fields of this form to the fields of the other case's acts that they may be taken from, first come first
     *     served: {@code act.field}, or {@code act.date} for its day
     * @param set fields of this form to fixed values
     */
    public record Follow(
            String procedure, String act, @Nullable String title, @Nullable Where where, Map<String, List<String>> fill,
            Map<String, Object> set) {}

    /** A field of the other act, and the values that let it be followed. */
    public record Where(String field, List<Object> in) {
        public boolean holds(Map<String, Object> form) {
            return in.contains(form.get(field));
        }
    }

    /** Name of the field that holds the id of the named case; only the platform fills it. */
    public String idField() {
        return field + "Id";
    }
}
