package org.mingfa.server.registry.person;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;

/**
 * A photo as certificates show it: read, turned as the camera was held, cut to 3:4 from the middle, drawn anew at 480 × 640 and written as JPEG. Nothing of
 * the file goes on but its pixels: no place, no device, no comment.
 */
final class Portrait {

    static final int LARGEST = 5 * 1024 * 1024;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 640;
    private static final int LEAST = 240;
    private static final long MOST_PIXELS = 25_000_000;
    private static final float QUALITY = 0.85f;
    private static final Set<String> FORMATS = Set.of("jpeg", "jpg", "png");

    private Portrait() {}

    /** One at a time: a picture of few bytes may need much memory while it is read. */
    static synchronized byte[] of(byte[] picture) {
        if (picture.length > LARGEST) {
            throw refused("照片超过 5 MB，请缩小后上传");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw refused("不是 JPEG 或者 PNG 图片");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                Orientation held = Orientation.of(picture);
                return jpeg(cut(held.turned(read(reader, held))));
            } finally {
                reader.dispose();
            }
        } catch (Problem refused) {
            throw refused;
        } catch (IOException | RuntimeException codec) {
            throw refused("图片已损坏，或者不是常见的 JPEG、PNG");
        }
    }

    private static Problem refused(String why) {
        return Refused.invalid("/file", why);
    }

    /** Every so manyth pixel of a large picture, so that its size in memory stays small. */
    private static BufferedImage read(ImageReader reader, Orientation held) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw refused("不是 JPEG 或者 PNG 图片");
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < LEAST || height < LEAST || (long) width * height > MOST_PIXELS) {
            throw refused("照片的宽和高至少 " + LEAST + " 像素，总像素不超过两千五百万");
        }
        ImageReadParam every = reader.getDefaultReadParam();
        if (held.lying() ? height > width : width > height) {
            throw refused("照片是横的：请转正并裁成竖幅（3:4）后上传");
        }
        int step = Math.max(1, held.lying() ? Math.min(height / (2 * WIDTH), width / (2 * HEIGHT)) : Math.min(width / (2 * WIDTH), height / (2 * HEIGHT)));
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }

    private static BufferedImage cut(BufferedImage from) {
        int width = Math.min(from.getWidth(), from.getHeight() * WIDTH / HEIGHT);
        int height = Math.min(from.getHeight(), from.getWidth() * HEIGHT / WIDTH);
        int x = (from.getWidth() - width) / 2;
        int y = (from.getHeight() - height) / 2;
        BufferedImage to = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(from, 0, 0, WIDTH, HEIGHT, x, y, x + width, y + height, Color.WHITE, null);
        pen.dispose();
        return to;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
