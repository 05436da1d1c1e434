package io.dragoman.embedded.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The one avatar of the demo data: left half red, right half blue. */
final class DemoPicture {

    static final int WIDTH = 120;
    static final int HEIGHT = 80;

    private DemoPicture() {}

    static byte[] png() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, WIDTH / 2, HEIGHT);
        pen.setColor(Color.BLUE);
        pen.fillRect(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
        pen.dispose();
        return encoded(picture);
    }

    private static byte[] encoded(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a PNG into memory", e);
        }
        return bytes.toByteArray();
    }
}
