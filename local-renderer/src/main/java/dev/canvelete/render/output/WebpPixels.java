package dev.canvelete.render.output;

import dev.canvelete.render.encode.WebpEncoder;
import dev.canvelete.render.scene.Bitmap;
import java.util.List;

/** WebP. Every file is encoded whole: the format has no parts that could be encoded once. */
record WebpPixels(int quality, boolean lossless) implements PixelFormat {
    @Override
    public boolean transparent() {
        return true;
    }

    @Override
    public byte[] encode(Bitmap pixels) {
        return lossless ? WebpEncoder.lossless(pixels) : WebpEncoder.lossy(pixels, quality);
    }

    @Override
    public Shared share(Bitmap base, List<PixelArea> live) {
        return this::encode;
    }
}
