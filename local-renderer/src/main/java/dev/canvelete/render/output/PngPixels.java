package dev.canvelete.render.output;

import dev.canvelete.render.encode.Effort;
import dev.canvelete.render.encode.PngEncoder;
import dev.canvelete.render.encode.PngScratch;
import dev.canvelete.render.encode.PngTemplate;
import dev.canvelete.render.scene.Bitmap;
import java.util.List;

/** PNG: what records share is compressed once, as hard as it goes. */
record PngPixels(int dpi) implements PixelFormat {
    @Override
    public boolean transparent() {
        return true;
    }

    @Override
    public byte[] encode(Bitmap pixels) {
        return PngEncoder.encode(pixels, dpi, Effort.QUICK);
    }

    @Override
    public Shared share(Bitmap base, List<PixelArea> live) {
        PngTemplate template = PngTemplate.of(base, PixelArea.encoded(live), dpi);
        Pool<PngScratch> scratches = new Pool<>(PngScratch::new);
        return pixels -> scratches.with(scratch -> template.encode(pixels, scratch));
    }
}
