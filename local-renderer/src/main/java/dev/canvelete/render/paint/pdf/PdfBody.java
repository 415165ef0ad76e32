package dev.canvelete.render.paint.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * The objects of a file, and where each lies. Streams go straight into the file; all other objects are gathered and
 * compressed together (ISO 32000-2, 7.5.7 and 7.5.8). Bodies can go on where one ended: its objects are shared.
 */
final class PdfBody {
    private static final byte[] HEADER = {
        '%', 'P', 'D', 'F', '-', '1', '.', '7', '\n', '%', (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'
    };

    /** The index of an object within its object stream is written as one byte. */
    private static final int PACKED_AT_MOST = 256;

    private static final int UNUSED = 0;
    private static final int PLAIN = 1;
    private static final int PACKED = 2;

    private static final PdfBuffer NO_ENTRIES = new PdfBuffer(0);
    private static final String COMPRESSED = "/Filter/FlateDecode";

    private final SharedObjects shared;
    private final PdfBuffer out;
    private final PdfBuffer packed;
    private final PdfBuffer packedIndex;
    private final Compressor compressor;
    private final MessageDigest digest = sha256();
    private int digested;
    private int packedCount;
    private int packedIn;
    private byte[] kinds;
    private int[] places;
    private int[] indices;
    private int next;

    /** An empty body. */
    PdfBody(Workspace workspace) {
        this(new SharedObjects(HEADER, sha256().digest(HEADER), new byte[64], new int[64], new int[64], 1), workspace);
    }

    private PdfBody(SharedObjects shared, Workspace workspace) {
        this.shared = shared;
        digest.update(shared.digest);
        this.out = workspace.file();
        this.packed = workspace.packed();
        this.packedIndex = workspace.index();
        this.compressor = workspace.compressor();
        kinds = shared.kinds.clone();
        places = shared.places.clone();
        indices = shared.indices.clone();
        next = shared.next;
    }

    /** Complete objects that many files begin with. Immutable: nobody changes the arrays. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes to be passed on; nobody compares them as values.
    record SharedObjects(byte[] bytes, byte[] digest, byte[] kinds, int[] places, int[] indices, int next) {
        /** A body that begins with them. It is all that is written in the workspace until it is finished. */
        PdfBody continued(Workspace workspace) {
            return new PdfBody(this, workspace);
        }
    }

    /** This body's objects, to which nothing is added any more, for bodies that go on. */
    SharedObjects shared() {
        pack();
        byte[] file = toBytes();
        int room = next + 64;
        return new SharedObjects(
                file,
                sha256().digest(file),
                Arrays.copyOf(kinds, room),
                Arrays.copyOf(places, room),
                Arrays.copyOf(indices, room),
                next);
    }

    /** The number for an object that is written later. */
    int reserve() {
        if (next == kinds.length) {
            kinds = Arrays.copyOf(kinds, next * 2);
            places = Arrays.copyOf(places, next * 2);
            indices = Arrays.copyOf(indices, next * 2);
        }
        return next++;
    }

    int add(PdfBuffer object) {
        int number = reserve();
        set(number, object);
        return number;
    }

    void set(int number, PdfBuffer object) {
        object(number).raw(object);
    }

    /** Begins an object, which is written into what this gives before anything else is added. */
    PdfBuffer object(int number) {
        if (packedCount == PACKED_AT_MOST) {
            pack();
        }
        if (packedCount == 0) {
            packedIn = reserve();
        }
        if (packedCount > 0) {
            packed.raw('\n');
        }
        packedIndex.integer(number).integer(packed.length());
        kinds[number] = PACKED;
        places[number] = packedIn;
        indices[number] = packedCount++;
        return packed;
    }

    int addStream(PdfBuffer entries, byte[] data) {
        int number = reserve();
        setStream(number, entries, data);
        return number;
    }

    /** Writes a stream whose dictionary has these entries and its length. */
    void setStream(int number, PdfBuffer entries, byte[] data) {
        begin(number).raw(entries);
        length(data.length).raw(data);
        end();
    }

    /** Writes a stream, compressed if that makes it shorter. */
    void setText(int number, PdfBuffer entries, PdfBuffer content) {
        PdfBuffer compressed = compressor.zlib(content);
        begin(number).raw(entries);
        if (compressed.length() + COMPRESSED.length() < content.length()) {
            out.put(COMPRESSED);
            length(compressed.length()).raw(compressed);
        } else {
            length(content.length()).raw(content);
        }
        end();
    }

    /** The same with no entries of its own. */
    void setText(int number, PdfBuffer content) {
        setText(number, NO_ENTRIES, content);
    }

    /** Writes a stream of parts that are compressed already. */
    void setCompressed(int number, List<Deflated> parts) {
        begin(number).put(COMPRESSED);
        Zlib.join(parts, length(Zlib.length(parts)));
        end();
    }

    /**
     * The same for a font program. In the file's name only its length and checksum count: which glyphs it has follows
     * from what else is in the file, and to digest their outlines would take longer than all else that is digested.
     */
    void setFontProgram(int number, List<Deflated> parts) {
        begin(number).put(COMPRESSED);
        length(Zlib.length(parts));
        digest();
        Zlib.join(parts, out);
        digested = out.length() - Integer.BYTES;
        end();
    }

    /** Has what was written since the last time count in the file's name. */
    private void digest() {
        digest.update(out.array(), digested, out.length() - digested);
        digested = out.length();
    }

    private PdfBuffer begin(int number) {
        kinds[number] = PLAIN;
        places[number] = shared.bytes.length + out.length();
        return out.integer(number).put("0 obj\n<<");
    }

    private PdfBuffer length(int bytes) {
        return out.put("/Length").integer(bytes).put(">>stream\n");
    }

    private void end() {
        out.put("\nendstream\nendobj\n");
    }

    private void pack() {
        if (packedCount > 0) {
            int first = packedIndex.raw('\n').length();
            packedIndex.raw(packed);
            PdfBuffer entries = new PdfBuffer().put("/Type/ObjStm/N").integer(packedCount);
            setText(packedIn, entries.put("/First").integer(first), packedIndex);
            packed.clear();
            packedIndex.clear();
            packedCount = 0;
        }
    }

    /** Ends the file with its cross-reference stream. */
    byte[] finish(DocumentRoot root) {
        pack();
        byte[] id = id();
        int start = shared.bytes.length + out.length();
        int own = reserve();
        int width = start < 1 << 16 ? 2 : start < 1 << 24 ? 3 : 4;
        begin(own).put("/Type/XRef/Size").integer(next).put("/W[1").integer(width);
        out.put("1]/Root").reference(root.catalogue()).put("/Info").reference(root.info());
        out.put("/ID[<").hex(id).put("><").hex(id).put(">]");
        length(next * (width + 2));
        for (int i = 0; i < next; i++) {
            boolean unused = kinds[i] == UNUSED;
            out.raw(kinds[i]);
            for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
                out.raw(unused ? 0 : places[i] >>> shift);
            }
            out.raw(unused ? 0xFF : indices[i]);
        }
        end();
        out.put("startxref\n").integer(start).put("\n%%EOF\n");
        return toBytes();
    }

    /** A name for the file that follows from what is in it. */
    private byte[] id() {
        digest();
        return Arrays.copyOf(digest.digest(), 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private byte[] toBytes() {
        byte[] file = Arrays.copyOf(shared.bytes, shared.bytes.length + out.length());
        System.arraycopy(out.array(), 0, file, shared.bytes.length, out.length());
        return file;
    }
}
