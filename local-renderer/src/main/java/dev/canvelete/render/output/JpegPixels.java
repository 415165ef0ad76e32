package dev.canvelete.render.output;

import dev.canvelete.render.encode.JpegEncoder;
import dev.canvelete.render.encode.JpegScratch;
import dev.canvelete.render.encode.JpegTemplate;
import dev.canvelete.render.scene.Bitmap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return new Bands(JpegTemplate.of(base, PixelArea.encoded(live), quality, dpi), new Pool<>(JpegScratch::new));
    }

    private record Bands(JpegTemplate template, Pool<JpegScratch> scratches) implements Banded<byte[]> {
        @Override
        public byte[] encode(Bitmap pixels) {
            return scratches.with(scratch -> template.encode(pixels, scratch));
        }

        @Override
        public List<PixelArea> bands() {
            return PixelArea.decoded(template.bands());
        }

        @Override
        public Optional<byte[]> encode(int band, Bitmap pixels) {
            return Optional.of(scratches.with(scratch -> template.encode(band, pixels, scratch)));
        }

        @Override
        public Optional<byte[]> encode(Bitmap pixels, List<byte @Nullable []> known) {
            return Optional.of(
                    scratches.with(scratch -> template.encode(pixels, known.toArray(byte[][]::new), scratch)));
        }

        @Override
        public int bytes(byte[] band) {
            return band.length;
        }
    }
}
