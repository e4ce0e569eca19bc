package org.mingfa.server.paper.letter;

import org.jspecify.annotations.Nullable;

/**
 * To whom a document goes.
 *
 * @param party id of the object in its case
 * @param through whom the party named to take delivery (指定代收人)
 * @param address null where the case has none
 * @param source where the address stands
 */
public record Recipient(String party, String name, @Nullable String through, @Nullable String postcode, @Nullable String address, String source) {}
