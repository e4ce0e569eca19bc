package org.mingfa.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An invented enterprise or sole trader. */
record Enterprise(String name, String kind, String uscc, String address, String representative) {

    static List<Enterprise> all(Map<String, Object> file) {
        List<Enterprise> out = new ArrayList<>();
        String surnames = (String) file.get("surnames");
        List<?> given = (List<?>) file.get("given");
        for (Map<String, Object> e : CityData.rows(file, "enterprises")) {
            int n = out.size();
            boolean sole = "sole".equals(e.get("kind"));
            String name = (String) e.get("name");
            out.add(new Enterprise(name, sole ? "individual-business" : "legal-org",
                    CreditCode.of(sole ? "92" : "91", (String) e.get("region"), 100 + n),
                    name.substring(0, 3) + "云台路" + (11 + 7 * n) + "号",
                    surnames.charAt(surnames.length() - 1 - n) + (String) given.get((n * 3 + 5) % given.size())));
        }
        return out;
    }
}
