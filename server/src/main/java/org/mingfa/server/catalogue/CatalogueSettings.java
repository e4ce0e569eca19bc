package org.mingfa.server.catalogue;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the law comes from; docs/settings.md explains each.
 *
 * @param law folder of law packs; none: those that Mingfa carries
 * @param library folder of statutes that citations resolve to; none: citations show their rule's title only
 * @param leaveOutDrafts ids of published drafts of law that are not laid over the packs; none: all are
 */
@ConfigurationProperties("mingfa")
record CatalogueSettings(@Nullable Path law, @Nullable Path library, @Nullable Set<Long> leaveOutDrafts) {}
