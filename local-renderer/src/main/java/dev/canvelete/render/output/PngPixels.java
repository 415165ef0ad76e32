package dev.canvelete.render.output;

import dev.canvelete.render.encode.Effort;
import dev.canvelete.render.encode.PngBand;
import dev.canvelete.render.encode.PngEncoder;
import dev.canvelete.render.encode.PngScratch;
import dev.canvelete.render.encode.PngTemplate;
import dev.canvelete.render.scene.Bitmap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return new Bands(PngTemplate.of(base, PixelArea.encoded(live), dpi), new Pool<>(PngScratch::new));
    }

    private record Bands(PngTemplate template, Pool<PngScratch> scratches) implements Banded<PngBand> {
        @Override
        public byte[] encode(Bitmap pixels) {
            return scratches.with(scratch -> template.encode(pixels, scratch));
        }

        @Override
        public Optional<byte[]> encodeBeyond(Bitmap pixels, List<PixelArea> reached) {
            PngTemplate wider = template.reachedBy(PixelArea.encoded(reached));
            return Optional.of(scratches.with(scratch -> wider.encode(pixels, scratch)));
        }

        @Override
        public List<PixelArea> bands() {
            return PixelArea.decoded(template.bands());
        }

        @Override
        public Optional<PngBand> encode(int band, Bitmap pixels) {
            return scratches.with(scratch -> template.encode(band, pixels, scratch));
        }

        @Override
        public Optional<byte[]> encode(Bitmap pixels, List<@Nullable PngBand> known) {
            return scratches.with(scratch -> template.encode(pixels, known.toArray(PngBand[]::new), scratch));
        }

        @Override
        public int bytes(PngBand band) {
            return band.bytes();
        }
    }
}
