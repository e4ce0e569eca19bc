package org.mingfa.server.document;

/** A template name that nothing declares. */
public final class UnknownTemplate extends RuntimeException {
    public UnknownTemplate(String name) {
        super("没有名为《" + name + "》的文书模板");
    }
}
