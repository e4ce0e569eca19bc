/** A person's service on one page: put together from equipment, responsibilities and the rest. */
@NullMarked
package org.mingfa.server.registry.service;

import org.jspecify.annotations.NullMarked;
