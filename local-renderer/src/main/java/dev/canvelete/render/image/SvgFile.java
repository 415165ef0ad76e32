package dev.canvelete.render.image;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.DomElement;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Bitmap;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An SVG, drawn in the size that is needed, by the JDK's own rasteriser. Entities and whatever lies outside the file are
 * refused; scripts do nothing. Text in it is left out, since it would be set with whatever fonts the machine has: a
 * picture whose letters are paths looks the same everywhere.
 */
record SvgFile(SVGDocument document, double width, double height, boolean keepsRatio) implements ImageFile {
    private static final int DEEPEST = 30;
    private static final int DEEPEST_USE = 8;
    private static final int MOST_PATHS = 20_000;
    private static final int LARGEST_SIDE = 10_000;
    private static final int HEAD = 1024;

    static boolean recognises(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        return head.startsWith("<") && (head.contains("<svg") || head.startsWith("<?xml") || head.startsWith("<!"));
    }

    static SvgFile open(byte[] file) throws ResourceException {
        String text = new String(file, StandardCharsets.UTF_8);
        if (text.contains("<!ENTITY") || text.indexOf(0) >= 0) {
            throw new ResourceException("an SVG in UTF-8 without entities is right");
        }
        AtomicBoolean keepsRatio = new AtomicBoolean();
        LoaderContext context = LoaderContext.builder()
                .preProcessor(root -> {
                    keepsRatio.set(keepsRatio(root));
                    leaveOutText(root, 0);
                })
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .documentLimits(new DocumentLimits(DEEPEST, DEEPEST_USE, MOST_PATHS))
                .build();
        SVGDocument document;
        try {
            document = new SVGLoader().load(new ByteArrayInputStream(file), null, context);
        } catch (RuntimeException e) {
            throw new ResourceException("the SVG is damaged, or too deep", e);
        }
        if (document == null) {
            throw new ResourceException("the SVG is damaged");
        }
        double width = document.size().getWidth();
        double height = document.size().getHeight();
        if (!(width > 0 && height > 0 && Math.max(width, height) <= LARGEST_SIDE)) {
            throw new ResourceException("an SVG with sides over 0 and up to " + LARGEST_SIDE + " is right");
        }
        return new SvgFile(document, width, height, keepsRatio.get());
    }

    /** Whether a box of another shape is filled only as far as the picture stays in proportion. */
    private static boolean keepsRatio(DomElement root) {
        return root.attribute("viewBox") != null
                && !root.attribute("preserveAspectRatio", "").strip().startsWith("none");
    }

    private static void leaveOutText(DomElement element, int depth) {
        if (element.tagName().equals("text")) {
            element.setAttribute("style", "display:none");
        }
        if (depth < DEEPEST) {
            element.children().forEach(child -> leaveOutText(child, depth + 1));
        }
    }

    @Override
    public Size stored() {
        return new Size(1, 1);
    }

    @Override
    public Size sizeFor(double neededWidth, double neededHeight) {
        double scale = Math.max(neededWidth / width, neededHeight / height);
        double most = LARGEST_SIDE / Math.max(width, height);
        double used = Math.min(scale, most);
        return new Size(
                (int) Math.max(1, Math.ceil(width * used - 1e-6)), (int) Math.max(1, Math.ceil(height * used - 1e-6)));
    }

    @Override
    public DecodedImage decode(Size size) throws ResourceException {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(size.width() / width, size.height() / height);
            document.render((Component) null, graphics, new ViewBox((float) width, (float) height));
        } catch (RuntimeException e) {
            throw new ResourceException("the SVG cannot be drawn", e);
        } finally {
            graphics.dispose();
        }
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new DecodedImage(new Bitmap(size.width(), size.height(), argb), width, height, keepsRatio, null);
    }
}
