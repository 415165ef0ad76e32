package dev.canvelete.render.output;

import dev.canvelete.render.encode.JpegEncoder;
import dev.canvelete.render.scene.Bitmap;
import java.util.List;

/** JPG. */
record JpegPixels(int quality, int dpi) implements PixelFormat {
    @Override
    public boolean transparent() {
        return false;
    }

    @Override
    public byte[] encode(Bitmap pixels) {
        return JpegEncoder.encode(pixels, quality, dpi);
    }

    @Override
    public Shared share(Bitmap base, List<PixelArea> live) {
        return this::encode;
    }
}
