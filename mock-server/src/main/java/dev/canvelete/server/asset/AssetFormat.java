package dev.canvelete.server.asset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A kind of file, told from how it begins and never from what its sender calls it. */
public enum AssetFormat {
    PNG(AssetType.IMAGE, "image/png", "89504e470d0a1a0a"),
    JPG(AssetType.IMAGE, "image/jpeg", "ffd8ff"),
    GIF(AssetType.IMAGE, "image/gif", "47494638"),
    WEBP(AssetType.IMAGE, "image/webp", "52494646........57454250"),
    BMP(AssetType.IMAGE, "image/bmp", "424d"),
    TTF(AssetType.FONT, "font/ttf", "00010000"),
    OTF(AssetType.FONT, "font/otf", "4f54544f"),
    WOFF(AssetType.FONT, "font/woff", "774f4646"),
    WOFF2(AssetType.FONT, "font/woff2", "774f4632"),
    MP4(AssetType.VIDEO, "video/mp4", "........66747970"),
    WEBM(AssetType.VIDEO, "video/webm", "1a45dfa3"),
    MP3(AssetType.AUDIO, "audio/mpeg", "494433"),
    WAV(AssetType.AUDIO, "audio/wav", "52494646........57415645"),
    OGG(AssetType.AUDIO, "audio/ogg", "4f676753"),
    /** Has no such beginning: XML, and somewhere near the start an {@code <svg}. */
    SVG(AssetType.IMAGE, "image/svg+xml", "");

    private static final int LONGEST_BEGINNING = 16;
    private static final int SVG_WITHIN = 4096;

    private final AssetType type;
    private final String mediaType;
    private final String beginning;

    /** @param beginning in hexadecimal; a dot stands for any digit */
    AssetFormat(AssetType type, String mediaType, String beginning) {
        this.type = type;
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    /** The format of a file; empty if it is none of these. */
    public static Optional<AssetFormat> of(byte[] file) {
        String start = HexFormat.of().formatHex(file, 0, Math.min(file.length, LONGEST_BEGINNING));
        return Arrays.stream(values())
                .filter(format -> format == SVG ? isSvg(file) : start.matches(format.beginning + ".*"))
                .findFirst();
    }

    private static boolean isSvg(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, SVG_WITHIN), StandardCharsets.UTF_8);
        String text = head.startsWith("\uFEFF") ? head.substring(1).strip() : head.strip();
        return text.startsWith("<") && text.contains("<svg");
    }

    public AssetType type() {
        return type;
    }

    /** The Internet media type (RFC 6838) of such a file. */
    public String mediaType() {
        return mediaType;
    }

    /** The name in JSON, which is the file name's extension too: {@code png}. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
