package org.mingfa.server.registry.person;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the camera was held (Exif 2.32, tag 0x0112): phones store the picture as the sensor saw it and say in the file how to
 * turn it. 1 as it is, 2 mirrored, 3 upside down, 4 both, 5 to 8 lying on a side.
 */
record Orientation(int code) {

    static final Orientation UPRIGHT = new Orientation(1);
    private static final int APP1 = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final int TAG = 0x0112;
    private static final int EXIF = 0x45786966;
    private static final int LYING = 5;
    private static final int MOST = 8;

    /** Of a JPEG; of anything else, and of one that does not say, {@link #UPRIGHT}. */
    static Orientation of(byte[] file) {
        try {
            ByteBuffer in = ByteBuffer.wrap(file);
            if (in.getShort() != (short) 0xFFD8) {
                return UPRIGHT;
            }
            for (int marker = in.getShort() & 0xFFFF; marker != SCAN; marker = in.getShort() & 0xFFFF) {
                int end = in.position() + (in.getShort(in.position()) & 0xFFFF);
                in.position(in.position() + 2);
                if (marker == APP1 && in.getInt(in.position()) == EXIF) {
                    return tag(in.slice(in.position() + 6, end - in.position() - 6));
                }
                in.position(end);
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException torn) {
            return UPRIGHT;
        }
    }

    private static Orientation tag(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * 12;
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                int code = tiff.getShort(at + 8);
                return code >= 1 && code <= MOST ? new Orientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean lying() {
        return code >= LYING;
    }

    BufferedImage turned(BufferedImage from) {
        if (code == 1) {
            return from;
        }
        int w = from.getWidth();
        int h = from.getHeight();
        AffineTransform how = switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        BufferedImage to = new BufferedImage(lying() ? h : w, lying() ? w : h, BufferedImage.TYPE_INT_RGB);
        var pen = to.createGraphics();
        pen.drawImage(from, new AffineTransformOp(how, AffineTransformOp.TYPE_NEAREST_NEIGHBOR), 0, 0);
        pen.dispose();
        return to;
    }
}
