package dev.canvelete.render.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures to decode, the same in every run. */
public final class JpegSamples {
    private JpegSamples() {}

    /** How a file is to be written. */
    public record Kind(float quality, int horizontal, int vertical, boolean progressive, int restartInterval) {}

    /** A picture with slopes, edges and noise. */
    public static BufferedImage picture(int width, int height, int type, long seed) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Random random = new Random(seed);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(random.nextInt(0x1000000)), width, height, Color.ORANGE));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < 12; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), 1 + width / 6, 1 + height / 8);
        }
        for (int i = 0; i < width * height / 8; i++) {
            picture.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt());
        }
        graphics.dispose();
        return picture;
    }

    /** The picture as a JPG. */
    public static byte[] jpeg(BufferedImage picture, Kind kind) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(kind.quality);
        param.setProgressiveMode(kind.progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), param);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
        IIOMetadataNode component =
                (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
        component.setAttribute("HsamplingFactor", Integer.toString(kind.horizontal));
        component.setAttribute("VsamplingFactor", Integer.toString(kind.vertical));
        if (kind.restartInterval > 0) {
            IIOMetadataNode restarts = new IIOMetadataNode("dri");
            restarts.setAttribute("interval", Integer.toString(kind.restartInterval));
            IIOMetadataNode markers = (IIOMetadataNode)
                    root.getElementsByTagName("markerSequence").item(0);
            markers.insertBefore(restarts, markers.getFirstChild());
        }
        metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, metadata), param);
        }
        writer.dispose();
        return file.toByteArray();
    }

    /** The picture in another format that the JDK writes. */
    public static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            if (!ImageIO.write(picture, format, out)) {
                throw new IOException("no writer of " + format);
            }
        }
        return file.toByteArray();
    }

    /** The same file, with Exif data that tell its orientation. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 36);
        file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) 34);
        file.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1);
        file.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return file.putInt(0).put(jpeg, 2, jpeg.length - 2).array();
    }
}
