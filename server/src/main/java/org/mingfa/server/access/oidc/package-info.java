/** Signing in by the city's own identity provider (统一身份认证), OpenID Connect with code and PKCE. Accounts stay Mingfa's. */
@NullMarked
package org.mingfa.server.access.oidc;

import org.jspecify.annotations.NullMarked;
