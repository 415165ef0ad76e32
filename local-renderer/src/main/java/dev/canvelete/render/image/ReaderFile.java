package dev.canvelete.render.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A WebP, GIF or BMP, of an animation the first frame, read by ready readers: the JDK's own, whatever else is installed,
 * and TwelveMonkeys' for WebP, all of them in Java alone. Colours are taken for sRGB.
 */
@SuppressWarnings("ArrayRecordComponent") // A file is opened and decoded, never compared.
record ReaderFile(byte[] bytes, Format format, Size stored) implements ImageFile {
    /** The formats that are read so. */
    enum Format {
        WEBP,
        GIF,
        BMP;

        ImageReader reader() throws IOException {
            if (this == WEBP) {
                return new WebPImageReaderSpi().createReaderInstance();
            }
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name());
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                    return reader;
                }
            }
            throw new IOException("the JDK reads no " + name());
        }
    }

    static ReaderFile open(byte[] file) throws ResourceException {
        Format format = format(file);
        return new ReaderFile(
                file, format, read(file, format, reader -> new Size(width(reader, format), height(reader, format))));
    }

    private static Format format(byte[] file) throws ResourceException {
        if (ImageFile.has(file, 0, "GIF8")) {
            return Format.GIF;
        }
        if (ImageFile.has(file, 0, "BM")) {
            return Format.BMP;
        }
        if (ImageFile.has(file, 0, "RIFF") && ImageFile.has(file, 8, "WEBP")) {
            return Format.WEBP;
        }
        throw new ResourceException("a PNG, JPG, WebP, GIF, BMP or SVG image is right");
    }

    private interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }

    private static <T> T read(byte[] file, Format format, Reading<T> reading) throws ResourceException {
        ImageReader reader = null;
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader = format.reader();
            reader.setInput(in);
            return reading.of(reader);
        } catch (IOException | RuntimeException e) {
            throw new ResourceException("the " + format + " is damaged", e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    /** A GIF's first frame may be a part of its screen. */
    private static int width(ImageReader reader, Format format) throws IOException {
        return format == Format.GIF ? screen(reader, "logicalScreenWidth") : reader.getWidth(0);
    }

    private static int height(ImageReader reader, Format format) throws IOException {
        return format == Format.GIF ? screen(reader, "logicalScreenHeight") : reader.getHeight(0);
    }

    private static int screen(ImageReader reader, String attribute) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
        return attribute(root, "LogicalScreenDescriptor", attribute);
    }

    private static int attribute(IIOMetadataNode root, String element, String attribute) {
        IIOMetadataNode node =
                (IIOMetadataNode) root.getElementsByTagName(element).item(0);
        return Integer.parseInt(node.getAttribute(attribute));
    }

    @Override
    public Size sizeFor(double neededWidth, double neededHeight) {
        return stored;
    }

    @Override
    public DecodedImage decode(Size size) throws ResourceException {
        Bitmap bitmap = read(bytes, format, reader -> {
            Bitmap screen = Bitmap.blank(stored.width(), stored.height());
            if (format == Format.GIF) {
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
                int left = attribute(root, "ImageDescriptor", "imageLeftPosition");
                int top = attribute(root, "ImageDescriptor", "imageTopPosition");
                place(reader.read(0), left, top, screen);
            } else {
                place(reader.read(0), 0, 0, screen);
            }
            return screen;
        });
        return DecodedImage.of(bitmap, stored.width(), stored.height(), null);
    }

    private static void place(BufferedImage image, int left, int top, Bitmap screen) {
        boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        Raster raster = image.getRaster();
        for (int y = 0; y < Math.min(image.getHeight(), screen.height() - top); y++) {
            for (int x = 0; x < Math.min(image.getWidth(), screen.width() - left); x++) {
                int pixel = grey ? 0xFF000000 | raster.getSample(x, y, 0) * 0x010101 : image.getRGB(x, y);
                screen.argb()[(top + y) * screen.width() + left + x] =
                        Premultiplied.pixel(pixel >>> 24, pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF);
            }
        }
    }
}
