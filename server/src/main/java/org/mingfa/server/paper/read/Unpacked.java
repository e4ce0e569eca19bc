package org.mingfa.server.paper.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks every deflated stream of a PDF without keeping anything, before a parser does: a file of a few kilobytes that would
 * fill the memory is refused. It looks for the word {@code stream} alone, so nothing in the file can lead it astray.
 */
final class Unpacked {
    private static final byte[] WORD = {'s', 't', 'r', 'e', 'a', 'm'};

    private Unpacked() {}

    /** Throws ScanRefused where a stream, or all together, are larger than {@link Bounds} allow. */
    static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            long all = 0;
            for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
                all += size(bytes, at);
                if (all > Bounds.STREAMS) throw tooLarge();
            }
        }
    }

    /** Where the bytes of the next stream begin, -1 at the end. */
    private static int next(ByteBuffer bytes, int from) {
        for (int i = from; i < bytes.limit() - WORD.length - 2; i++) {
            if (bytes.get(i) == 's' && isWord(bytes, i)) {
                int at = i + WORD.length;
                if (bytes.get(at) == '\r') at++;
                if (bytes.get(at) == '\n') at++;
                if (at > i + WORD.length) return at;
            }
        }
        return -1;
    }

    private static boolean isWord(ByteBuffer bytes, int at) {
        for (int i = 0; i < WORD.length; i++) if (bytes.get(at + i) != WORD[i]) return false;
        return true;
    }

    private static long size(ByteBuffer bytes, int at) {
        if ((bytes.get(at) & 0x0f) != 8) return 0;
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes.slice(at, bytes.limit() - at));
            byte[] out = new byte[1 << 16];
            for (int n; !inflater.finished() && (n = inflater.inflate(out)) > 0; ) {
                if (inflater.getBytesWritten() > Bounds.STREAM) throw tooLarge();
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException notDeflated) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    private static ScanRefused tooLarge() {
        return new ScanRefused("PDF 展开后太大，不像扫描件；请直接用扫描仪生成 PDF，或者分成几个文件");
    }
}
