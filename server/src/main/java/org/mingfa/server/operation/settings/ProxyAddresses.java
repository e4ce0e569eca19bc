package org.mingfa.server.operation.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingfa.server.StartupProblem;

/** The addresses of the proxy as one regular expression, which is what Tomcat's valve takes. */
final class ProxyAddresses {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}(/\\d{1,2})?");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    private ProxyAddresses() {}

    /** @param given IPv4 addresses, networks such as {@code 10.1.2.0/24}, or single IPv6 addresses */
    static String pattern(List<String> given) {
        return given.stream().map(String::strip).map(ProxyAddresses::one).collect(Collectors.joining("|"));
    }

    private static String one(String address) {
        try {
            if (V4.matcher(address).matches()) {
                return network(address);
            }
            if (address.contains(":") && !address.contains("/")) {
                return Pattern.quote(InetAddress.getByName(address).getHostAddress());
            }
        } catch (UnknownHostException | IllegalArgumentException e) {
            // said below
        }
        throw new StartupProblem("mingfa.web.proxies has '" + address + "', which is no address. Give those of the proxy, such as 10.1.2.3 or 10.1.2.0/24.");
    }

    private static String network(String text) throws UnknownHostException {
        String[] parts = text.split("/");
        byte[] octets = InetAddress.getByName(parts[0]).getAddress();
        int bits = parts.length == 1 ? 32 : Integer.parseInt(parts[1]);
        if (bits < 8 || bits > 32) {
            throw new IllegalArgumentException(text);
        }
        return IntStream.range(0, 4).mapToObj(i -> octet(octets[i] & 0xff, Math.clamp(bits - 8L * i, 0, 8))).collect(Collectors.joining("\\."));
    }

    private static String octet(int value, int fixedBits) {
        if (fixedBits == 0) {
            return OCTET;
        }
        int size = 1 << (8 - fixedBits);
        int first = value / size * size;
        return size == 1 ? Integer.toString(value)
                : IntStream.range(first, first + size).mapToObj(Integer::toString).collect(Collectors.joining("|", "(", ")"));
    }
}
