package dev.canvelete.render.output;

import dev.canvelete.render.encode.JpegEncoder;
import dev.canvelete.render.encode.JpegScratch;
import dev.canvelete.render.encode.JpegTemplate;
import dev.canvelete.render.scene.Bitmap;
import java.util.List;

/** JPG: rows that records share are encoded once. */
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
        JpegTemplate template = JpegTemplate.of(base, PixelArea.encoded(live), quality, dpi);
        Pool<JpegScratch> scratches = new Pool<>(JpegScratch::new);
        return pixels -> scratches.with(scratch -> template.encode(pixels, scratch));
    }
}
