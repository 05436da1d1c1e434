package io.dragoman.image;

import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/** Scales squares. */
final class Scaler {

    private Scaler() {}

    /** A square picture with {@code size} pixels a side, of three or four bytes a pixel. */
    static BufferedImage scaled(BufferedImage square, int size) {
        try {
            return Thumbnails.of(square)
                    .forceSize(size, size)
                    .imageType(
                            square.getTransparency() == Transparency.OPAQUE
                                    ? BufferedImage.TYPE_INT_RGB
                                    : BufferedImage.TYPE_INT_ARGB)
                    .asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory that cannot be scaled", e);
        }
    }
}
