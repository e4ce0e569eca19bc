@NullMarked
package org.mingfa.server.discretion.web;

import org.jspecify.annotations.NullMarked;
