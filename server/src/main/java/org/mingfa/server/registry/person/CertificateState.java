package org.mingfa.server.registry.person;

/** States of a certificate in words for people. */
public final class CertificateState {

    private CertificateState() {}

    public static String title(String state) {
        return switch (state) {
            case "valid" -> "有效";
            case "future" -> "尚未生效";
            case "expired" -> "已过有效期";
            case "suspended" -> "已暂扣";
            case "revoked" -> "已吊销";
            case "withdrawn" -> "已收回";
            case "lost" -> "已挂失作废";
            default -> throw new IllegalArgumentException("no state " + state);
        };
    }
}
