package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A JPEG file: its header, read when it is opened, and its picture, decoded when it is asked for. Pixels are those that
 * browsers show (libjpeg-turbo, by its slow integer transform and "fancy" upsampling), or a reduction of them.
 * Files that end early are refused. Immutable, thread-safe.
 *
 * <p>Work is bounded by the number of pixels: each bit of each coefficient is told once at most.
 */
public final class JpegDecoder {
    /** What {@link Component#known} says of a coefficient that no scan told of. */
    private static final int UNKNOWN = 0;

    private static final int MOST_SCANS = 200;

    private final byte[] file;
    private final Frame frame;
    private final Colors colors;
    private final byte[] exif;
    private final byte[] profile;
    private final List<Markers.Segment> exifSegments;

    private JpegDecoder(byte[] file, Markers markers) throws ResourceException {
        this.file = file;
        this.frame = markers.frame();
        this.colors = markers.colors();
        this.exif = markers.exif();
        this.profile = markers.profile();
        this.exifSegments = markers.exifSegments();
    }

    /** Whether a file begins as JPEG files do. */
    public static boolean recognises(byte[] file) {
        return file.length > 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xD8 && file[2] == (byte) 0xFF;
    }

    /**
     * Reads the header of a file.
     *
     * @throws ResourceException if it is damaged, or of a kind that browsers do not show
     */
    public static JpegDecoder open(byte[] file) throws ResourceException {
        Markers markers = new Markers(file);
        if (!markers.nextScan()) {
            throw Markers.damaged("it ends early");
        }
        return new JpegDecoder(file, markers);
    }

    /** Pixels across, 1..65535. */
    public int width() {
        return frame.width();
    }

    /** Pixels down, 1..65535. */
    public int height() {
        return frame.height();
    }

    /** 1, 3 or 4. */
    public int components() {
        return frame.components().size();
    }

    /** Whether its colours are grey or YCbCr. */
    public boolean greyOrYcc() {
        return colors == Colors.GREY || colors == Colors.YCC;
    }

    /** Whether it is a baseline file of one scan that is there up to its end marker. What its bits say is not looked at. */
    public boolean complete() {
        Workspace workspace = Workspace.take();
        try {
            Markers markers = new Markers(file);
            return !frame.progressive()
                    && markers.nextScan()
                    && markers.readScan(frame.allocate(1, workspace)).parts().size() == components()
                    && !markers.nextScan()
                    && markers.ended();
        } catch (ResourceException e) {
            return false;
        } finally {
            workspace.release();
        }
    }

    /** The TIFF structure with the file's Exif data; empty for none. */
    public byte[] exif() {
        return exif.clone();
    }

    /** The file without its Exif data. */
    public byte[] withoutExif() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        int from = 0;
        for (Markers.Segment segment : exifSegments) {
            out.write(file, from, segment.from() - from);
            from = segment.to();
        }
        out.write(file, from, file.length - from);
        return out.toByteArray();
    }

    /** The ICC profile; empty for none. */
    public byte[] profile() {
        return profile.clone();
    }

    /**
     * How many bytes its samples take, and its coefficients if it is progressive, while it is decoded.
     *
     * @param eighths of its size, 1, 2, 4 or 8
     */
    public long room(int eighths) {
        return frame.room(eighths);
    }

    /**
     * Decodes the picture, as it lies in the file, whatever Exif says of its orientation.
     *
     * @param eighths of its size, 1, 2, 4 or 8; the sides are rounded up
     * @throws ResourceException if the file is damaged
     */
    public Bitmap decode(int eighths) throws ResourceException {
        Workspace workspace = Workspace.take();
        Bitmap bitmap = decode(eighths, workspace);
        workspace.release();
        return bitmap;
    }

    private Bitmap decode(int eighths, Workspace workspace) throws ResourceException {
        List<Component> components = frame.allocate(eighths, workspace);
        Reconstruction reconstruction = workspace.reconstruction();
        Markers markers = new Markers(file);
        int scans = 0;
        while (markers.nextScan()) {
            Scan scan = markers.readScan(components);
            scans++;
            if (scans > MOST_SCANS) {
                throw Markers.damaged("it has more than " + MOST_SCANS + " scans");
            }
            claim(scan);
            BitReader reader = BitReader.of(file, markers.position(), workspace);
            scan.read(reader, reconstruction);
            markers.continueAt(reader.after());
        }
        finish(components, markers, reconstruction);
        return new Pixels(frame, components, colors, eighths).bitmap();
    }

    /** Sees to it that a scan tells something new. */
    private void claim(Scan scan) throws ResourceException {
        Scan.Band band = scan.band();
        if (frame.progressive()) {
            boolean sound = band.first() == 0
                    ? band.last() == 0
                    : band.last() >= band.first()
                            && band.last() < 64
                            && scan.parts().size() == 1;
            if (!sound || band.bit() > 13 || (band.refines() && band.before() != band.bit() + 1)) {
                throw Markers.damaged("a scan tells what no scan can");
            }
        }
        int first = frame.progressive() ? band.first() : 0;
        int last = frame.progressive() ? band.last() : 63;
        int before = frame.progressive() && band.refines() ? band.before() + 1 : UNKNOWN;
        int after = frame.progressive() ? band.bit() + 1 : 1;
        for (Scan.Part part : scan.parts()) {
            int[] known = part.component().known;
            for (int k = first; k <= last; k++) {
                if (known[k] != before) {
                    throw Markers.damaged("a scan tells again what is known, or adds to what is not");
                }
                known[k] = after;
            }
        }
    }

    private void finish(List<Component> components, Markers markers, Reconstruction reconstruction)
            throws ResourceException {
        for (Component component : components) {
            if (component.known[0] == UNKNOWN || (frame.progressive() && !markers.ended())) {
                throw Markers.damaged("its picture ends early");
            }
            if (component.coefficients != null && component.dequantizers != null) {
                reconstruction.putAll(component, component.coefficients, component.dequantizers);
            }
        }
    }
}
