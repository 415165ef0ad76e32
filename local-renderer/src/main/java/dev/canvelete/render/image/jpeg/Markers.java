package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a file's marker segments (T.81 annex B) and keeps what they say until others replace it. Not thread-safe. */
final class Markers {
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int DHT = 0xC4;
    private static final int DAC = 0xCC;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int EOI = 0xD9;
    private static final int SOI = 0xD8;
    private static final int SOS = 0xDA;

    private final byte[] file;
    private int position = 2;

    private final int[] @Nullable [] quantizers = new int[4][];
    private final HuffmanTable[] dcTables = new HuffmanTable[4];
    private final HuffmanTable[] acTables = new HuffmanTable[4];
    private final SortedMap<Integer, byte[]> profileParts = new TreeMap<>();
    private int restartInterval;
    private int transform = Colors.NO_TRANSFORM;
    private boolean jfif;
    private boolean ended;
    private byte[] exif = {};
    private final List<Segment> exifSegments = new ArrayList<>();
    private @Nullable Frame frame;

    /** The bytes of a segment, its marker among them. */
    record Segment(int from, int to) {}

    Markers(byte[] file) throws ResourceException {
        this.file = file;
        HuffmanTable none = new HuffmanTable(new int[16], new byte[0]);
        Arrays.fill(dcTables, none);
        Arrays.fill(acTables, none);
    }

    /** The frame, once its header was passed. */
    Frame frame() throws ResourceException {
        if (frame == null) {
            throw damaged("it has no frame header");
        }
        return frame;
    }

    Colors colors() throws ResourceException {
        return Colors.of(frame().components(), jfif, transform);
    }

    /** The TIFF structure of the Exif segment; empty for none. */
    byte[] exif() {
        return exif;
    }

    /** All Exif segments so far. */
    List<Segment> exifSegments() {
        return List.copyOf(exifSegments);
    }

    /** The ICC profile (ICC.1 annex B.4); empty for none. */
    byte[] profile() {
        int length =
                profileParts.values().stream().mapToInt(part -> part.length).sum();
        byte[] profile = new byte[length];
        int at = 0;
        for (byte[] part : profileParts.values()) {
            System.arraycopy(part, 0, profile, at, part.length);
            at += part.length;
        }
        return profile;
    }

    /** Whether the end marker was seen. */
    boolean ended() {
        return ended;
    }

    /** Goes on at a place of the file. */
    void continueAt(int next) {
        position = next;
    }

    /** Reads segments up to the next scan's header, and tells whether there is one. */
    boolean nextScan() throws ResourceException {
        while (!ended) {
            int marker = nextMarker();
            if (marker < 0) {
                return false;
            }
            if (marker == EOI) {
                ended = true;
            } else if (marker == SOS) {
                return true;
            } else if (marker > 0x01 && (marker < 0xD0 || marker > SOI)) {
                int end = segmentEnd();
                read(marker, position + 2, end);
                position = end;
            }
        }
        return false;
    }

    /** Passes over whatever stands before the next marker; -1 at the end of the file. */
    private int nextMarker() {
        while (position + 1 < file.length) {
            int next = file[position + 1] & 0xFF;
            if (file[position] == (byte) 0xFF && next != 0 && next != 0xFF) {
                position += 2;
                return next;
            }
            position++;
        }
        return -1;
    }

    private int segmentEnd() throws ResourceException {
        int length = position + 2 > file.length ? 0 : (file[position] & 0xFF) << 8 | file[position + 1] & 0xFF;
        if (length < 2 || position + length > file.length) {
            throw damaged("it ends early");
        }
        return position + length;
    }

    private void readExif(int start, int end) {
        // Ahead of its content stand its marker and its length.
        exifSegments.add(new Segment(start - 4, end));
        if (exif.length == 0) {
            exif = Arrays.copyOfRange(file, Math.min(start + 6, end), end);
        }
    }

    private void read(int marker, int start, int end) throws ResourceException {
        switch (marker) {
            case DHT -> readHuffmanTables(start, end);
            case DQT -> readQuantizers(start, end);
            case DRI -> restartInterval = end - start < 2 ? 0 : (file[start] & 0xFF) << 8 | file[start + 1] & 0xFF;
            case APP0 -> jfif |= begins(start, end, "JFIF\0");
            case APP1 -> {
                if (begins(start, end, "Exif\0")) {
                    readExif(start, end);
                }
            }
            case APP2 -> {
                if (end - start > 14 && begins(start, end, "ICC_PROFILE\0")) {
                    profileParts.put(file[start + 12] & 0xFF, Arrays.copyOfRange(file, start + 14, end));
                }
            }
            case APP14 -> {
                if (end - start >= 12 && begins(start, end, "Adobe")) {
                    transform = file[start + 11] & 0xFF;
                }
            }
            case DAC -> throw damaged("its codes are arithmetic; Huffman codes are right");
            default -> {
                if (marker >= 0xC0 && marker <= 0xCF) {
                    if (frame != null) {
                        throw damaged("it has two frames");
                    }
                    frame = Frame.read(file, start, end, marker);
                }
            }
        }
    }

    private boolean begins(int start, int end, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.equals(file, start, Math.min(end, start + bytes.length), bytes, 0, bytes.length);
    }

    private void readHuffmanTables(int start, int end) throws ResourceException {
        int at = start;
        while (at < end) {
            int[] counts = new int[16];
            int sum = 0;
            for (int i = 0; i < 16 && at + 1 + i < end; i++) {
                counts[i] = file[at + 1 + i] & 0xFF;
                sum += counts[i];
            }
            int kind = file[at] & 0xFF;
            int after = at + 17 + sum;
            if (after > end || sum > 256 || (kind & 0xEC) != 0) {
                throw damaged("a Huffman table is cut short");
            }
            (kind < 16 ? dcTables : acTables)[kind & 3] =
                    new HuffmanTable(counts, Arrays.copyOfRange(file, at + 17, after));
            at = after;
        }
    }

    private void readQuantizers(int start, int end) throws ResourceException {
        int at = start;
        while (at < end) {
            int width = 1 + (file[at] >> 4 & 15);
            int after = at + 1 + 64 * width;
            if (width > 2 || after > end) {
                throw damaged("a quantization table is cut short");
            }
            int[] table = new int[64];
            for (int k = 0; k < 64; k++) {
                int from = at + 1 + k * width;
                table[k] = width == 1 ? file[from] & 0xFF : (file[from] & 0xFF) << 8 | file[from + 1] & 0xFF;
            }
            quantizers[file[at] & 3] = table;
            at = after;
        }
    }

    /** Reads the scan header that is next, and goes on behind it. */
    Scan readScan(List<Component> components) throws ResourceException {
        int end = segmentEnd();
        int count = position + 2 < end ? file[position + 2] & 0xFF : 0;
        int rest = position + 3 + 2 * count;
        if (count < 1 || count > components.size() || rest + 3 > end) {
            throw damaged("a scan header is cut short");
        }
        List<Scan.Part> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int tables = file[position + 4 + 2 * i];
            Component component = component(components, file[position + 3 + 2 * i] & 0xFF);
            parts.add(
                    new Scan.Part(component, dcTables[tables >> 4 & 3], acTables[tables & 3], dequantizers(component)));
        }
        Scan.Band band =
                new Scan.Band(file[rest] & 0xFF, file[rest + 1] & 0xFF, file[rest + 2] >> 4 & 15, file[rest + 2] & 15);
        position = end;
        return new Scan(frame(), parts, band, restartInterval);
    }

    private static Component component(List<Component> components, int id) throws ResourceException {
        for (Component component : components) {
            if (component.id == id) {
                return component;
            }
        }
        throw damaged("a scan is of a component that is not there");
    }

    private int[] dequantizers(Component component) throws ResourceException {
        int[] table = component.dequantizers == null ? quantizers[component.quantization] : component.dequantizers;
        if (table == null) {
            throw damaged("a quantization table is missing");
        }
        component.dequantizers = table;
        return table;
    }

    int position() {
        return position;
    }

    static ResourceException damaged(String how) {
        return new ResourceException("the JPG is damaged: " + how);
    }
}
