package org.mingfa.server.access.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.mingfa.server.access.AccessSettings.Bind;

/** Whether two addresses are near enough to be one place. Addresses are literals, so nothing is looked up. */
final class Near {

    private Near() {}

    /** A session of before sessions were bound has no address and counts everywhere until it ends. */
    static boolean are(String begun, String now, Bind bind) {
        return bind == Bind.ANYWHERE || begun.isEmpty() || begun.equals(now) || bind == Bind.NETWORK && sameNetwork(begun, now);
    }

    private static boolean sameNetwork(String one, String other) {
        try {
            byte[] a = InetAddress.getByName(one).getAddress();
            byte[] b = InetAddress.getByName(other).getAddress();
            int prefix = a.length == 4 ? 3 : 8;
            return a.length == b.length && Arrays.equals(a, 0, prefix, b, 0, prefix);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
