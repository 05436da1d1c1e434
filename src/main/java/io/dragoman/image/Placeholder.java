package io.dragoman.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands for a missing picture: initials on a colour, or a head and shoulders where there are no letters to draw.
 *
 * @param initials capital letters of {@link Glyphs}, two at most
 * @param colour which of the colours, any number
 */
record Placeholder(String initials, int colour) {

    private static final List<Color> COLOURS = List.of(
            new Color(0x37, 0x5A, 0x7F),
            new Color(0x4A, 0x6B, 0x3A),
            new Color(0x7A, 0x4B, 0x2E),
            new Color(0x6A, 0x3D, 0x6E),
            new Color(0x2F, 0x6B, 0x6B),
            new Color(0x8A, 0x3B, 0x4B),
            new Color(0x55, 0x55, 0x66),
            new Color(0x7A, 0x66, 0x1F));

    /** Height of the letters, distance between two of them and width of a stroke, in pictures of side 1. */
    private static final double LETTER = 0.36;

    private static final double GAP = 0.09;
    private static final double STROKE = 1.1;

    static Placeholder of(String firstName, String lastName, int colour) {
        String initials = Stream.of(firstName, lastName)
                .map(Glyphs::initial)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return new Placeholder(initials, Math.floorMod(colour, COLOURS.size()));
    }

    BufferedImage draw(int size) {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(COLOURS.get(colour));
            graphics.fillRect(0, 0, size, size);
            graphics.setColor(Color.WHITE);
            graphics.scale(size, size);
            if (initials.isEmpty()) {
                drawPerson(graphics);
            } else {
                drawInitials(graphics);
            }
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static void drawPerson(Graphics2D graphics) {
        graphics.fill(new Ellipse2D.Double(0.33, 0.2, 0.34, 0.34));
        graphics.fill(new Arc2D.Double(0.18, 0.6, 0.64, 0.8, 0, 180, Arc2D.CHORD));
    }

    private void drawInitials(Graphics2D graphics) {
        double unit = LETTER / Glyphs.HEIGHT;
        double letter = unit * Glyphs.WIDTH;
        double left = (1 - initials.length() * letter - (initials.length() - 1) * GAP) / 2;
        AffineTransform whole = graphics.getTransform();
        graphics.setStroke(new BasicStroke((float) STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < initials.length(); i++) {
            graphics.translate(left + i * (letter + GAP), (1 - LETTER) / 2);
            graphics.scale(unit, unit);
            graphics.draw(Glyphs.strokes(initials.charAt(i)));
            graphics.setTransform(whole);
        }
    }
}
