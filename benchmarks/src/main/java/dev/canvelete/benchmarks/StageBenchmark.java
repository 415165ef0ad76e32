package dev.canvelete.benchmarks;

import dev.canvelete.api.design.Element;
import dev.canvelete.api.design.QrElement;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.render.LocalRenderEngine;
import dev.canvelete.render.encode.Effort;
import dev.canvelete.render.encode.JpegEncoder;
import dev.canvelete.render.encode.PngEncoder;
import dev.canvelete.render.font.FontBook;
import dev.canvelete.render.image.LoadedImages;
import dev.canvelete.render.image.jpeg.JpegDecoder;
import dev.canvelete.render.paint.raster.RasterPainter;
import dev.canvelete.render.resolve.ElementResolver;
import dev.canvelete.render.resolve.TableData;
import dev.canvelete.render.resolve.code.qr.QrEncoder;
import dev.canvelete.render.resolve.code.qr.QrSymbol;
import dev.canvelete.render.resolve.text.TextLayout;
import dev.canvelete.render.resource.Limits;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.resource.ResourceLoader;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.template.BoundDesign;
import dev.canvelete.render.template.Template;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages of the certificate one by one, a badge's QR code and a card's photo; decoder and encoders beside ImageIO's for the same pixels. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"})
public class StageBenchmark {
    private static final Job JOB = Job.CERTIFICATE_PNG;

    private final LocalRenderEngine engine = new LocalRenderEngine();
    private final RenderRecord record = RenderRecord.of(JOB.data(0), null);
    private final ElementResolver resolver = resolver();
    private final RasterPainter painter = new RasterPainter();
    private Bitmap bitmap = Bitmap.blank(1, 1);
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    @SuppressWarnings("NullAway.Init") // Set up before each trial.
    private Template template;

    @SuppressWarnings("NullAway.Init") // Likewise.
    private PreparedDesign pdf;

    @SuppressWarnings("NullAway.Init") // Likewise.
    private BoundDesign bound;

    private final byte[] photo = photo();
    private List<Item> items = List.of();
    private Bitmap canvas = Bitmap.blank(1, 1);

    private static ElementResolver resolver() {
        ResourceLoader loader = new ResourceLoader(EngineSettings.standard(), Limits.standard());
        return new ElementResolver(
                new TextLayout(FontBook.bundled()),
                new LoadedImages(loader, Limits.standard()),
                new TableData(loader),
                1);
    }

    private static byte[] photo() {
        String url = Job.CARD_JPG_PHOTOS.data(0).get("image").textValue();
        return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    }

    /** Everything that a stage begins with. */
    @Setup(Level.Trial)
    public void prepare() throws RenderException, IOException {
        template = Template.compile(JOB.design());
        bound = template.bind(record, false);
        items = resolve();
        pdf = engine.prepare(JOB.design(), RenderOptions.of(OutputFormat.PDF));
        byte[] png = engine.render(JOB.design(), RenderOptions.of(OutputFormat.PNG), record)
                .bytes();
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(png));
        image = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawImage(decoded, 0, 0, null);
        canvas = Bitmap.blank(image.getWidth(), image.getHeight());
        bitmap = new Bitmap(
                image.getWidth(),
                image.getHeight(),
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    /** A design compiled and split, its fixed parts painted and compressed. */
    @Benchmark
    public PreparedDesign compile() throws RenderException {
        return engine.prepare(JOB.design(), RenderOptions.of(OutputFormat.PNG));
    }

    /** A record's data put into the design. */
    @Benchmark
    public BoundDesign bind() throws RenderException {
        return template.bind(record, false);
    }

    /** All elements of a record turned into items: fonts chosen, text shaped and broken into lines. */
    @Benchmark
    public List<Item> resolve() throws RenderException {
        List<Item> resolved = new ArrayList<>();
        for (Optional<Element> element : bound.elements()) {
            if (element.isPresent()) {
                resolver.resolve(element.get(), warning -> {}).ifPresent(resolved::add);
            }
        }
        return resolved;
    }

    /** All items of a record painted, fixed ones too. */
    @Benchmark
    public Bitmap paint() {
        painter.paint(items, new AffineTransform(), canvas);
        return canvas;
    }

    /** The QR code of a badge. */
    @Benchmark
    public QrSymbol encodeQr() {
        return QrEncoder.encode("https://conf.example/attendee/A-1024", QrElement.Level.M);
    }

    /** The photo of a product card, all of its pixels. */
    @Benchmark
    public Bitmap decodeJpeg() throws ResourceException {
        return JpegDecoder.open(photo).decode(8);
    }

    /** The same by ImageIO. */
    @Benchmark
    public BufferedImage decodeJpegPlainly() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photo));
    }

    /** A record as PDF. */
    @Benchmark
    public byte[] pdf() throws RenderException {
        return pdf.render(record).bytes();
    }

    /** All pixels as PNG, quickly. */
    @Benchmark
    public byte[] encodePng() {
        return PngEncoder.encode(bitmap, 96, Effort.QUICK);
    }

    /** The same by ImageIO. */
    @Benchmark
    public byte[] encodePngPlainly() throws IOException {
        return plainly("png");
    }

    /** All pixels as JPEG. */
    @Benchmark
    public byte[] encodeJpeg() {
        return JpegEncoder.encode(bitmap, 90, 96);
    }

    /** The same by ImageIO. */
    @Benchmark
    public byte[] encodeJpegPlainly() throws IOException {
        return plainly("jpeg");
    }

    private byte[] plainly(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
