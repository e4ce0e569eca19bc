package org.mingfa.server.sheet;

/** A file that is not read at all: what is wrong, where in it, and how to mend it. Nothing of it was taken over. */
public final class SheetRefused extends RuntimeException {

    private final String what;
    private final String where;
    private final String mend;

    public SheetRefused(String what, String where, String mend) {
        super(where.isEmpty() ? what : where + "：" + what);
        this.what = what;
        this.where = where;
        this.mend = mend;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String mend() {
        return mend;
    }
}
