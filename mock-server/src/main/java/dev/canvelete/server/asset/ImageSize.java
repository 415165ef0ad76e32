package dev.canvelete.server.asset;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a picture in pixels, read from its head; nothing is decoded. */
public record ImageSize(int width, int height) {
    private static final int LARGEST = 100_000;
    private static final int HEAD = 4096;
    private static final Pattern SVG_TAG = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern SVG_WIDTH = Pattern.compile("\\bwidth\\s*=\\s*[\"']\\s*(\\d{1,6})");
    private static final Pattern SVG_HEIGHT = Pattern.compile("\\bheight\\s*=\\s*[\"']\\s*(\\d{1,6})");
    private static final Pattern SVG_BOX = Pattern.compile(
            "\\bviewBox\\s*=\\s*[\"']\\s*[-.\\d]+[\\s,]+[-.\\d]+[\\s,]+(\\d{1,6})[.\\d]*[\\s,]+(\\d{1,6})");

    /** The size of a picture of that format; empty for what is no picture, or does not say. */
    static Optional<ImageSize> of(AssetFormat format, byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            Optional<ImageSize> size =
                    switch (format) {
                        case PNG -> at(bytes, ByteOrder.BIG_ENDIAN, 16, 4);
                        case GIF -> at(bytes, ByteOrder.LITTLE_ENDIAN, 6, 2);
                        case BMP -> at(bytes, ByteOrder.LITTLE_ENDIAN, 18, 4);
                        case JPG -> jpeg(bytes);
                        case WEBP -> webp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                        case SVG -> svg(file);
                        case TTF, OTF, WOFF, WOFF2, MP4, WEBM, MP3, WAV, OGG -> Optional.empty();
                    };
            return size.filter(s -> s.width > 0 && s.height > 0 && s.width <= LARGEST && s.height <= LARGEST);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<ImageSize> at(ByteBuffer bytes, ByteOrder order, int offset, int length) {
        bytes.order(order);
        return Optional.of(
                length == 2
                        ? new ImageSize(bytes.getShort(offset) & 0xffff, bytes.getShort(offset + 2) & 0xffff)
                        : new ImageSize(bytes.getInt(offset), Math.abs(bytes.getInt(offset + 4))));
    }

    /** Goes from segment to segment until the frame's, which has the size. */
    private static Optional<ImageSize> jpeg(ByteBuffer bytes) {
        int place = 2;
        while (place + 9 < bytes.capacity()) {
            int marker = bytes.getShort(place) & 0xffff;
            boolean frame =
                    marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
            if (frame) {
                return Optional.of(
                        new ImageSize(bytes.getShort(place + 7) & 0xffff, bytes.getShort(place + 5) & 0xffff));
            }
            place += 2 + Math.max(2, bytes.getShort(place + 2) & 0xffff);
        }
        return Optional.empty();
    }

    private static Optional<ImageSize> webp(ByteBuffer bytes) {
        return switch (new String(bytes.array(), 12, 4, StandardCharsets.US_ASCII)) {
            case "VP8 " -> Optional.of(new ImageSize(bytes.getShort(26) & 0x3fff, bytes.getShort(28) & 0x3fff));
            case "VP8L" -> {
                int bits = bytes.getInt(21);
                yield Optional.of(new ImageSize((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1));
            }
            case "VP8X" -> Optional.of(new ImageSize((bytes.getInt(24) & 0xffffff) + 1, (bytes.getInt(26) >>> 8) + 1));
            default -> Optional.empty();
        };
    }

    private static Optional<ImageSize> svg(byte[] file) {
        Matcher tag = SVG_TAG.matcher(new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.UTF_8));
        if (!tag.find()) {
            return Optional.empty();
        }
        Matcher width = SVG_WIDTH.matcher(tag.group());
        Matcher height = SVG_HEIGHT.matcher(tag.group());
        if (width.find() && height.find()) {
            return Optional.of(new ImageSize(Integer.parseInt(width.group(1)), Integer.parseInt(height.group(1))));
        }
        Matcher box = SVG_BOX.matcher(tag.group());
        return box.find()
                ? Optional.of(new ImageSize(Integer.parseInt(box.group(1)), Integer.parseInt(box.group(2))))
                : Optional.empty();
    }
}
