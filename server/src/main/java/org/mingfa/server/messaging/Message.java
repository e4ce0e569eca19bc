package org.mingfa.server.messaging;

import java.time.Instant;

/**
 * A message that waits, with the login of whom it is for.
 *
 * @param ended how many periods are over; {@code soon}: how many end soon
 * @param tries with this one
 */
record Message(int region, long id, long person, String login, Carrier carrier, String template, int ended, int soon, Instant made, int tries) {

    String text() {
        String what = "您有 " + (ended + soon) + " 项办案期限需要办理：已经届满 " + ended + " 项，即将届满 " + soon + " 项。请登录行政执法平台查看。";
        return template.equals("digest") ? "早间汇总：" + what : what;
    }
}
