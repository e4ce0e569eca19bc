package org.mingfa.server.disclosure.masking;

import java.util.regex.Pattern;

/** How far an address may be shown: to the district or county. */
final class Address {
    private static final Pattern DISTRICT = Pattern.compile("^(?:[^省]{2,8}?(?:省|自治区))?(?:[^市州盟]{1,8}?(?:市|自治州|州|地区|盟))?(?:[^区县旗市]{1,8}?(?:新区|区|县|旗|市))?");

    private Address() {}

    /** Characters from the beginning that may stay; 0 where no district can be told. */
    static int districtEnd(String address) {
        var matcher = DISTRICT.matcher(address);
        return matcher.find() ? matcher.end() : 0;
    }
}
