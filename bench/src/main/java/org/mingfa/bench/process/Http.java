package org.mingfa.bench.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One connection that is kept open until the server closes it, then the next: HTTP/1.1 without redirects, compression or pipelining. It exists because load and
 * server share the machine: a client that costs as much as the server would halve every figure.
 */
public final class Http implements AutoCloseable {

    private final int port;
    private final Map<String, String> cookies = new TreeMap<>();
    private Socket socket;
    private InputStream in;
    private boolean closing;

    public Http(int port) throws IOException {
        this.port = port;
        socket = connected(port);
        in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
        return socket;
    }

    /** The server ends a connection after so many requests, and says so beforehand. */
    private void renewed() throws IOException {
        if (closing) {
            socket.close();
            socket = connected(port);
            in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
            closing = false;
        }
    }

    /** What came back. */
    public record Answer(int status, String body) {

        /** The first text member of this name, wherever it is; empty where there is none. */
        public String text(String name) {
            String key = "\"" + name + "\":\"";
            int from = body.indexOf(key);
            return from < 0 ? "" : body.substring(from + key.length(), body.indexOf('"', from + key.length()));
        }
    }

    /** A session's cookies, to be used by other connections too. */
    public record Session(String cookies, String csrf) {

        public static final Session NONE = new Session("", "");
    }

    /** Signs in on this connection. */
    public Session signIn(String account, String password) throws IOException {
        get("/api/session");
        Answer answer = trySignIn(account, password);
        if (answer.status != 200) {
            throw new IOException(account + " cannot sign in: " + answer.body);
        }
        return session();
    }

    /** What the server says to it; the cookie of CSRF must have been drawn. */
    public Answer trySignIn(String account, String password) throws IOException {
        return send(session(), "POST", "/api/session", "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}", "");
    }

    private Session session() {
        StringBuilder all = new StringBuilder();
        cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ").append(name).append('=').append(value));
        return new Session(all.toString(), cookies.getOrDefault("XSRF-TOKEN", ""));
    }

    public Answer get(String path) throws IOException {
        return get(Session.NONE, path);
    }

    public Answer get(Session session, String path) throws IOException {
        renewed();
        write(head(session, "GET", path, "") + "\r\n");
        return read();
    }

    /** @param headers whole lines, each ended by CR LF */
    public Answer send(Session session, String method, String path, String body, String headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = (head(session, method, path, headers) + "Content-Type: application/json\r\nX-XSRF-TOKEN: " + session.csrf
                + "\r\nContent-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = java.util.Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, both, head.length, bytes.length);
        renewed();
        socket.getOutputStream().write(both);
        return read();
    }

    private static String head(Session session, String method, String path, String headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json, text/html\r\n"
                + (session.cookies.isEmpty() ? "" : "Cookie: " + session.cookies + "\r\n") + headers;
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(java.util.Locale.ROOT);
            String value = line.substring(line.indexOf(':') + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "connection" -> closing = value.equalsIgnoreCase("close");
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "set-cookie" -> cookies.put(value.substring(0, value.indexOf('=')), value.replaceAll("^[^=]*=([^;]*).*", "$1"));
                default -> { }
            }
        }
        return new Answer(status, new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(8192);
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
