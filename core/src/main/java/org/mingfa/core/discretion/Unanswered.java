package org.mingfa.core.discretion;

/** A situation that cannot be assessed as it is given: what is missing or does not fit, and how to mend it. */
public final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * @param field of the situation, such as quantities.货值金额; empty where it is not of one field
     * @param reason one sentence in Chinese that stands without the field
     */
    public Unanswered(String field, String reason) {
        super(field.isEmpty() ? reason : field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
