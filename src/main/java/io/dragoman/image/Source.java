package io.dragoman.image;

import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes uploaded pictures, none before its header has shown that it is a small enough PNG, JPEG or GIF. */
final class Source {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

    /** What a decoded square may have; more is left out while reading, row by row. */
    private static final long DECODED_PIXELS = 4_000_000;

    /** Pixels a side of the square that shows whether a picture can be decoded. */
    private static final int PROBE = 16;

    private Source() {}

    /**
     * The square from the middle of a picture, at least {@code size} pixels a side where the picture has them. Throws
     * INVALID for what is no picture or has more than {@code maxPixels}.
     */
    static BufferedImage square(byte[] picture, int size, long maxPixels) {
        return read(picture, reader -> square(reader, size, maxPixels));
    }

    /** What a picture is, once it has been decoded so far as a small square of it takes. Throws as {@link #square}. */
    static Picture inspect(byte[] picture, long maxPixels) {
        return read(picture, reader -> {
            square(reader, PROBE, maxPixels);
            return new Picture(
                    "image/" + reader.getFormatName().toLowerCase(Locale.ROOT),
                    reader.getWidth(0),
                    reader.getHeight(0));
        });
    }

    /** Something that is read of a picture. */
    private interface Reading<T> {

        T of(ImageReader reader) throws IOException;
    }

    private static <T> T read(byte[] picture, Reading<T> reading) {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            ImageReader reader = reader(input);
            try {
                // Metadata is passed over, as texts and profiles may be inflated without end.
                reader.setInput(input, true, true);
                return reading.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw refusal(e);
        }
    }

    private static BufferedImage square(ImageReader reader, int size, long maxPixels) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > maxPixels) {
            throw invalid("the picture has more than " + maxPixels + " pixels");
        }
        int side = Math.min(width, height);
        int step = step(side, size);
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        part.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, part);
    }

    /** Every how many pixels one is read: twice what is wanted stays for the scaler to smooth, as far as memory goes. */
    private static int step(int side, int size) {
        int step = Math.max(1, side / (2 * size));
        while ((long) (side / step) * (side / step) > DECODED_PIXELS) {
            step++;
        }
        return step;
    }

    private static ImageReader reader(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
            reader.dispose();
        }
        throw invalid("the picture is neither PNG nor JPEG nor GIF");
    }

    /** The decoders throw whatever a broken picture leads them to. */
    private static RuntimeException refusal(Exception thrown) {
        return thrown instanceof FacadeException refused
                ? refused
                : Failure.ofField(Kind.INVALID, "picture", "the picture cannot be read")
                        .toException(thrown);
    }

    private static RuntimeException invalid(String detail) {
        return Failure.ofField(Kind.INVALID, "picture", detail).toException();
    }
}
