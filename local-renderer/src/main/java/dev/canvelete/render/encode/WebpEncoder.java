package dev.canvelete.render.encode;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWrapper;
import com.luciad.imageio.webp.WebPWriteParam;
import dev.canvelete.render.scene.Bitmap;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes WebP (RFC 9649) through libwebp. A machine gives the same bytes every time; machines of different kinds may
 * differ in the bytes of lossy files, for libwebp works with floating point there. Thread-safe.
 */
public final class WebpEncoder {
    /** The most pixels in a row or column. */
    public static final int LARGEST_SIDE = 16_383;

    /** Of libwebp's 0 (quick) to 6 (small). */
    private static final int METHOD = 4;

    private WebpEncoder() {}

    /**
     * Has the native library ready.
     *
     * @throws UnsupportedOperationException if there is none for this machine
     */
    public static void load() {
        try {
            WebPWrapper.loadNativeLibrary();
        } catch (LinkageError | RuntimeException e) {
            throw new UnsupportedOperationException(
                    "WebP needs libwebp, which does not run on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch"),
                    e);
        }
    }

    /**
     * A file of about these pixels, their alpha exact.
     *
     * @param quality 1..100
     */
    public static byte[] lossy(Bitmap bitmap, int quality) {
        return encode(bitmap, CompressionType.Lossy, quality / 100f);
    }

    /** A file of exactly these pixels. */
    public static byte[] lossless(Bitmap bitmap) {
        // Of a lossless file, the quality is how hard to look for a smaller one.
        return encode(bitmap, CompressionType.Lossless, 0.5f);
    }

    private static byte[] encode(Bitmap bitmap, CompressionType compression, float quality) {
        WebPWriteParam options = new WebPWriteParam(Locale.ROOT);
        options.setCompressionType(compression);
        options.setCompressionQuality(quality);
        options.setMethod(METHOD);
        options.setExact(true);
        ByteArrayOutputStream file = new ByteArrayOutputStream(bitmap.argb().length / 8 + 1024);
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(straight(bitmap), null, null), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static BufferedImage straight(Bitmap bitmap) {
        int type = bitmap.opaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage image = new BufferedImage(bitmap.width(), bitmap.height(), type);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Alpha.straight(bitmap.argb()[i]);
        }
        return image;
    }
}
