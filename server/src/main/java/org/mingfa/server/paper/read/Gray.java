package org.mingfa.server.paper.read;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A page as a picture in shades of grey, one byte a pixel. */
final class Gray {
    private Gray() {}

    /** The picture in grey, made smaller where it has more pixels than are searched. */
    static BufferedImage of(BufferedImage image) {
        double scale = Math.min(1, Math.sqrt(Bounds.SEARCHED / ((double) image.getWidth() * image.getHeight())));
        return scaled(image, scale);
    }

    static BufferedImage scaled(BufferedImage image, double scale) {
        if (scale == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY) return image;
        var gray = new BufferedImage(Math.max(1, (int) (image.getWidth() * scale)), Math.max(1, (int) (image.getHeight() * scale)), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = gray.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, gray.getWidth(), gray.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, gray.getWidth(), gray.getHeight(), null);
        g.dispose();
        return gray;
    }

    static byte[] bytes(BufferedImage gray) {
        return ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    }
}
