package org.mingfa.server.problem;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer JSON pointer into the request body, e.g. {@code /act/form/fine}
 * @param message in Chinese, says what is expected
 */
public record FieldError(String pointer, String message) {}
