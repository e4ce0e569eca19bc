package org.mingfa.server.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A drawn figure in place of a photo: the people of the demo are nobody. */
final class DemoPhoto {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 640;

    private DemoPhoto() {}

    static byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x8FB2DE));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x173F73));
        pen.fillRoundRect(70, 430, 340, 400, 260, 260);
        pen.setColor(new Color(0xF1F6FC));
        pen.fillOval(140, 150, 200, 250);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
