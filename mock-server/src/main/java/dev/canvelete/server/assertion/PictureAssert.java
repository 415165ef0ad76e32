package dev.canvelete.server.assertion;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.assertj.core.api.AbstractAssert;

/** Assertions about an encoded picture, of a format that ImageIO reads. */
public final class PictureAssert extends AbstractAssert<PictureAssert, PictureAssert.Encoded> {
    private int tolerance;
    private double share;

    PictureAssert(byte[] picture) {
        super(new Encoded(picture), PictureAssert.class);
    }

    /**
     * Lets what follows be less strict.
     *
     * @param perChannel by how much each of a pixel's red, green, blue and alpha may differ, 0 to 255
     * @param pixels how large a part of all pixels may differ by more, 0 to 1
     */
    public PictureAssert within(int perChannel, double pixels) {
        tolerance = perChannel;
        share = pixels;
        return this;
    }

    /** It is so wide and high, in pixels. */
    public PictureAssert hasSize(int width, int height) {
        BufferedImage picture = read(actual.bytes(), "the picture");
        if (picture.getWidth() != width || picture.getHeight() != height) {
            failWithMessage(
                    "Expected a picture of %d x %d px but was %d x %d",
                    width, height, picture.getWidth(), picture.getHeight());
        }
        return this;
    }

    /** It looks like the picture in that file. */
    public PictureAssert looksLike(Path golden) {
        try {
            return looksLike(Files.readAllBytes(golden));
        } catch (IOException e) {
            throw new UncheckedIOException("the golden file " + golden + " cannot be read", e);
        }
    }

    /** It looks like that picture. */
    public PictureAssert looksLike(byte[] golden) {
        BufferedImage wanted = read(golden, "the golden");
        hasSize(wanted.getWidth(), wanted.getHeight());
        BufferedImage picture = read(actual.bytes(), "the picture");
        long differing = 0;
        for (int y = 0; y < wanted.getHeight(); y++) {
            for (int x = 0; x < wanted.getWidth(); x++) {
                differing += distance(wanted.getRGB(x, y), picture.getRGB(x, y)) > tolerance ? 1 : 0;
            }
        }
        double part = (double) differing / ((long) wanted.getWidth() * wanted.getHeight());
        if (part > share) {
            failWithMessage(
                    "Expected at most %s of the pixels to differ by more than %d but %d of them do (%.4f)",
                    share, tolerance, differing, part);
        }
        return this;
    }

    /** The largest difference of a channel. */
    private static int distance(int one, int other) {
        int largest = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            largest = Math.max(largest, Math.abs(((one >>> shift) & 0xFF) - ((other >>> shift) & 0xFF)));
        }
        return largest;
    }

    private static BufferedImage read(byte[] bytes, String what) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new AssertionError(what + " is of no format that can be read");
            }
            return image;
        } catch (IOException e) {
            throw new AssertionError(what + " is broken", e);
        }
    }

    /** A picture's file. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two files by it.
    public record Encoded(byte[] bytes) {}
}
