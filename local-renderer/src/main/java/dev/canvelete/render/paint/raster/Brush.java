package dev.canvelete.render.paint.raster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lays a paint over a surface wherever a shape or a mask covers it. */
final class Brush implements Spans {
    private final Layer layer;
    private final @Nullable Mask clip;
    private final Area area;
    private final Shader shader;

    /** Whether there is one colour only, which then is weakened by the surface's alpha from the start. */
    private final boolean flat;

    private final int color;
    private final int alpha;
    /** The one colour at each coverage, once a mask asks for them. */
    private int @Nullable [] shades;

    private final Workspace workspace;

    Brush(Surface surface, Shader shader, Workspace workspace) {
        this.shader = shader;
        this.workspace = workspace;
        layer = surface.layer();
        clip = surface.clip();
        area = clip == null ? surface.area() : surface.area().intersect(clip.area());
        flat = shader instanceof FlatShader;
        color = shader instanceof FlatShader one ? Pixels.scale(one.color(), surface.alpha()) : 0;
        alpha = flat ? 255 : surface.alpha();
    }

    /** Where this brush paints at all. */
    Area area() {
        return area;
    }

    /** Paints the whole area. */
    void all() {
        for (int y = area.top(); y < area.bottom(); y++) {
            span(y, area.left(), area.right(), 255);
        }
    }

    /** Paints a span that lies in the area. */
    @Override
    public void span(int y, int from, int to, int coverage) {
        if (clip != null) {
            lay(y, from, to - from, clip.coverage(), clip.index(from, y), Pixels.multiply(coverage, alpha));
        } else if (flat) {
            lay(Pixels.scale(color, coverage), layer.index(from, y), to - from);
        } else {
            int[] colors = workspace.colors(to - from);
            shader.shade(from, y, to - from, colors);
            lay(colors, 0, to - from, Pixels.multiply(coverage, alpha), layer.index(from, y));
        }
    }

    /** Paints what a mask covers, moved. */
    void mask(Mask mask, int dx, int dy) {
        Area reach = mask.area();
        int left = Math.max(area.left(), reach.left() + dx);
        int right = Math.min(area.right(), reach.right() + dx);
        int bottom = Math.min(area.bottom(), reach.bottom() + dy);
        for (int y = Math.max(area.top(), reach.top() + dy); y < bottom && left < right; y++) {
            int at = mask.index(left - dx, y - dy);
            if (clip == null) {
                lay(y, left, right - left, mask.coverage(), at, alpha);
            } else {
                byte[] coverage = workspace.coverage(right - left);
                combine(mask.coverage(), at, clip.coverage(), clip.index(left, y), coverage, right - left);
                lay(y, left, right - left, coverage, 0, alpha);
            }
        }
    }

    private static void combine(byte[] one, int oneAt, byte[] other, int otherAt, byte[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (byte) Pixels.multiply(one[oneAt + i] & 0xFF, other[otherAt + i] & 0xFF);
        }
    }

    /** One colour, evenly. */
    private void lay(int source, int at, int count) {
        int[] argb = layer.argb();
        if (source >>> 24 == 255) {
            Arrays.fill(argb, at, at + count, source);
        } else if (source != 0) {
            for (int i = at; i < at + count; i++) {
                argb[i] = Pixels.over(source, argb[i]);
            }
        }
    }

    /** Many colours, evenly; they are used up. */
    private void lay(int[] colors, int from, int count, int coverage, int at) {
        if (coverage == 255 && Pixels.opaque(colors, from, count)) {
            System.arraycopy(colors, from, layer.argb(), at, count);
        } else if (coverage > 0) {
            Pixels.scale(colors, from, count, coverage);
            Pixels.over(colors, from, count, layer.argb(), at);
        }
    }

    /** Each pixel with its own coverage, which mostly is that of the pixel before. */
    private void lay(int y, int from, int count, byte[] coverage, int coverageAt, int factor) {
        if (flat) {
            lay(coverage, coverageAt, factor, layer.index(from, y), count);
            return;
        }
        int at = layer.index(from, y);
        int[] colors = workspace.colors(count);
        shader.shade(from, y, count, colors);
        for (int i = 0; i < count; ) {
            int end = i + run(coverage, coverageAt + i, count - i);
            lay(colors, i, end - i, Pixels.multiply(coverage[coverageAt + i] & 0xFF, factor), at + i);
            i = end;
        }
    }

    /** How many of the coming values equal the first. */
    private static int run(byte[] values, int at, int count) {
        if (count == 1 || values[at] != values[at + 1]) {
            return 1;
        }
        int end = at + count;
        int last = Arrays.mismatch(values, at, end - 1, values, at + 1, end);
        return last < 0 ? count : last + 1;
    }

    /** One colour, each pixel with its own coverage. */
    private void lay(byte[] coverage, int coverageAt, int factor, int at, int count) {
        int[] argb = layer.argb();
        int[] sources = shades == null ? shades = shades() : shades;
        // Without a branch, which processors would guess wrongly at each edge: no coverage changes nothing.
        for (int i = 0; i < count; i++) {
            int covered = coverage[coverageAt + i] & 0xFF;
            argb[at + i] =
                    Pixels.over(sources[factor == 255 ? covered : Pixels.multiply(covered, factor)], argb[at + i]);
        }
    }

    private int[] shades() {
        int[] all = new int[256];
        for (int coverage = 0; coverage < all.length; coverage++) {
            all[coverage] = Pixels.scale(color, coverage);
        }
        return all;
    }
}
