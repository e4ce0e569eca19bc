package org.mingfa.server.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person is in the register; {@code code} as in the database and the API. */
public enum PersonKind {
    OFFICER("officer", "执法人员"),
    AUXILIARY("auxiliary", "执法辅助人员"),
    REVIEWER("reviewer", "法制审核人员"),
    SUPERVISOR("supervisor", "行政执法监督人员"),
    LAY_OBSERVER("lay-observer", "行政执法社会监督员"),
    GOVERNMENT_LAWYER("government-lawyer", "公职律师"),
    LEGAL_ADVISER("legal-adviser", "法律顾问");

    private final String code;
    private final String title;

    PersonKind(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public static Optional<PersonKind> of(String codeOrTitle) {
        return Arrays.stream(values()).filter(k -> k.code.equals(codeOrTitle) || k.title.equals(codeOrTitle)).findFirst();
    }

    public static List<String> titles() {
        return Arrays.stream(values()).map(PersonKind::title).toList();
    }
}
