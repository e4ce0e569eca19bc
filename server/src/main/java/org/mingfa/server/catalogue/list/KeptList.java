package org.mingfa.server.catalogue.list;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A list (清单) as kept: of an agency, of a region, or, with neither, the register of items of all agencies.
 *
 * @param owner the agency's or the region's name, empty for the register
 */
@NamedInterface("lists")
public record KeptList(long id, String kind, @Nullable Long agency, @Nullable Integer region, String title, String owner) {

    boolean isRegister() {
        return agency == null && region == null;
    }
}
