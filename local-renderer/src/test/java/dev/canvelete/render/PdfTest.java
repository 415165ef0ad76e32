package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.FormatOptions;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();
    private static final RenderOptions PDF = RenderOptions.of(OutputFormat.PDF);

    /** PDFBox says nothing of language and direction; white space is as lines break. */
    private static final Pattern MARKS = Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private static Design design(ObjectNode... elements) {
        ObjectNode design = Json.object().put("name", "Prüfung (№ 7)").put("width", 640);
        design.put("height", 320).putObject("canvasData").putArray("elements").addAll(List.of(elements));
        return Design.of(design);
    }

    private static ObjectNode text(String text) {
        return Json.object()
                .put("type", "text")
                .put("x", 120)
                .put("y", 140)
                .put("width", 400)
                .put("fontSize", 24)
                .put("text", text);
    }

    private static ObjectNode with(ObjectNode element, String fields) throws IOException {
        element.setAll((ObjectNode) Json.mapper().readTree(fields));
        return element;
    }

    private static PDDocument document(Design design, RenderOptions options) throws Exception {
        return Loader.loadPDF(
                ENGINE.render(design, options, RenderRecord.empty()).bytes());
    }

    private static String read(Design design) throws Exception {
        try (PDDocument document = document(design, PDF)) {
            return MARKS.matcher(new PDFTextStripper().getText(document))
                    .replaceAll("")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Office fjord affluent ffi | {"fontFamily": "Lora"}
            x != y => z | {"fontFamily": "JetBrains Mono"}
            Letter spaced office fi | {"letterSpacing": 6}
            Slightly spaced office | {"letterSpacing": 1.4}
            Tightly spaced office | {"letterSpacing": -1}
            Justified text goes on for some lines so that gaps are stretched in most | {"textAlign": "justify", "width": 180}
            Turned text of two lines that is rotated | {"rotation": 30, "width": 200}
            Upside down | {"rotation": 180}
            Leaning and thickened | {"fontFamily": "Great Vibes", "fontWeight": 700, "fontStyle": "italic"}
            Blurred text is pixels and text | {"blur": 3}
            Its shadow is not read | {"textShadowX": 3, "textShadowY": 3, "textShadowBlur": 0, "textShadowColor": "#888"}
            Half of it is to be seen | {"opacity": 0.5}
            السلام عليكم ورحمة الله | {}
            שלום עולם | {"rotation": 180}
            हिन्दी क्षत्रिय विद्यार्थी | {}
            ภาษาไทย น้ำใจ กำลัง | {}
            Ελληνικά Русский Việt | {"fontFamily": "Roboto"}
            😀 and ★ | {}
            """)
    void textReadsAsItIsWritten(String text, String style) throws Exception {
        assertThat(read(design(with(text(text), style)))).isEqualTo(text);
    }

    @Test
    void combiningMarksStayWithTheirLetters() throws Exception {
        assertThat(read(design(with(text("Z\u0308 e\u0301 and more"), "{\"fontFamily\": \"Roboto\"}"))))
                .isIn("Z\u0308 e\u0301 and more", "Z\u0308 \u00e9 and more");
    }

    @Test
    void filesThatDifferInGlyphsAloneHaveNamesOfTheirOwn() throws Exception {
        String first = name("ABA");

        assertThat(name("ABA")).isEqualTo(first);
        assertThat(name("CDC")).isNotEqualTo(first);
    }

    /** A text's identifier when all glyphs are equally wide. */
    private static String name(String text) throws Exception {
        try (PDDocument document = document(design(with(text(text), "{\"fontFamily\": \"JetBrains Mono\"}")), PDF)) {
            return String.valueOf(document.getDocument().getDocumentID());
        }
    }

    /** A stream of its own would cost as much as a line of text. */
    @Test
    void whatDataChangesSharesAContentStreamWhereNothingFixedLiesBetween() throws Exception {
        Design design = design(text("{{a}}"), text("{{b}}"), text("the same"), text("{{c}}"), text("{{d}}"));
        ObjectNode data =
                Json.object().put("a", "A").put("b", "B").put("c", "C").put("d", "D");

        byte[] file =
                ENGINE.prepare(design, PDF).render(RenderRecord.of(data, null)).bytes();

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getPage(0).getContentStreams())
                    .toIterable()
                    .as("background, a and b, the same, c and d")
                    .hasSize(4);
            assertThat(new PDFTextStripper().getText(document)).contains("A", "B", "the same", "C", "D");
        }
    }

    @Test
    void fontsAreEmbeddedAsSubsets() throws Exception {
        Design design = design(text("Some letters"), with(text("and שלום 😀"), "{\"fontFamily\": \"Lora\"}"));
        try (PDDocument document = document(design, PDF)) {
            List<String> names = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.+");
                assertThat(font.getFontDescriptor().getFontFile2().getLength()).isBetween(200, 20_000);
                names.add(font.getName());
            }
            assertThat(names).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        }
    }

    private static int images(PDDocument document) {
        int images = 0;
        for (var key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object.getObject() instanceof COSDictionary dictionary
                    && COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
                images++;
            }
        }
        return images;
    }

    @ParameterizedTest
    @CsvSource({"PNG", "JPEG"})
    void anImageThatIsUsedTwiceIsThereOnce(String kind) throws Exception {
        String url = kind.equals("PNG") ? SampleImages.PNG : SampleImages.JPEG;
        ObjectNode image = Json.object()
                .put("type", "image")
                .put("width", 64)
                .put("height", 64)
                .put("src", url);
        Design design = design(image, image.deepCopy().put("x", 100));
        try (PDDocument document = document(design, PDF)) {
            assertThat(images(document)).isEqualTo(1);
        }
    }

    /** What came without loss keeps all of it. */
    @ParameterizedTest
    @CsvSource({"PNG, FlateDecode", "JPEG, DCTDecode"})
    void aPictureInOtherColoursIsWrittenAsItCame(String kind, String filter) throws Exception {
        ObjectNode image = Json.object()
                .put("type", "image")
                .put("width", 240)
                .put("height", 160)
                .put("src", kind.equals("PNG") ? SampleImages.PNG : SampleImages.JPEG)
                .put("brightness", 130)
                .put("saturate", 30);
        try (PDDocument document = document(design(image), PDF)) {
            PDResources resources = document.getPage(0).getResources();
            COSName only = resources.getXObjectNames().iterator().next();
            assertThat(resources.getXObject(only).getCOSObject().getFilters()).isEqualTo(COSName.getPDFName(filter));
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 96);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                    ENGINE.render(design(image), RenderOptions.of(OutputFormat.PNG), RenderRecord.empty())
                            .bytes()));
            for (int x = 10; x < 230; x += 20) {
                int difference = (page.getRGB(x, 80) & 0xFF) - (picture.getRGB(x, 80) & 0xFF);
                assertThat(difference).as("at " + x).isBetween(-12, 12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"96, 480, 240", "72, 640, 320", "300, 153.6, 76.8"})
    void pixelsAndDpiGiveThePage(int dpi, float width, float height) throws Exception {
        RenderOptions options = new RenderOptions(OutputFormat.PDF, 90, null, null, 1, dpi, null, false);
        try (PDDocument document = document(design(), options)) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isCloseTo(width, org.assertj.core.data.Offset.offset(0.01f));
            assertThat(page.getHeight()).isCloseTo(height, org.assertj.core.data.Offset.offset(0.01f));
        }
    }

    @Test
    void statesTitleLanguageAndWhenAskedItsDate() throws Exception {
        Instant created = Instant.parse("2026-03-14T09:26:53Z");
        RenderOptions options =
                PDF.with(FormatOptions.STANDARD.withLanguage("de-CH").withCreated(created));
        try (PDDocument document = document(design(), options)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Prüfung (№ 7)");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(created);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de-CH");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("Prüfung (№ 7)")
                    .contains("2026-03-14T09:26:53Z");
        }
        try (PDDocument document = document(design(), PDF)) {
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isNull();
        }
    }

    @Test
    void aTransparentBackgroundPaintsNothing() throws Exception {
        RenderOptions options = new RenderOptions(OutputFormat.PDF, 90, null, null, 1, 96, "transparent", false);
        try (PDDocument document = document(design(), options)) {
            assertThat(new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(" f");
        }
        try (PDDocument document = document(design(), PDF)) {
            assertThat(new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .containsPattern("\\sf\\s");
        }
    }

    @Test
    void whatABlurSpreadsOverTheEdgesOfFrostedGlassIsSeen() throws Exception {
        ObjectNode glass = with(text(""), """
                {"type": "container", "x": 60, "y": 60, "width": 80, "height": 40, "fill": "#000", "backdropBlur": 4, "blur": 6}""");
        try (PDDocument document = document(design(glass), PDF)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 96);
            assertThat(page.getRGB(57, 80) & 0xFF).isBetween(60, 200);
        }
    }
}
