package io.dragoman.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes PNG, in memory alone. */
final class Png {

    private Png() {}

    static byte[] of(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(picture);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture that cannot be written to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
