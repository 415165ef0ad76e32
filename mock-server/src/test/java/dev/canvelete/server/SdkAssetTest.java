package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkAssetTest {
    private static final byte[] SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'/>".getBytes(StandardCharsets.UTF_8);

    private final MovableClock clock = new MovableClock();

    @Parameter
    private TestDatabase database;

    private MockServer server = null;
    private Api api = null;

    @BeforeParameterizedClassInvocation
    void start() {
        server = MockServer.start(database.options().withEngine("scripted").withClock(clock));
        api = Api.enterprise(server);
    }

    @AfterParameterizedClassInvocation
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "upload-signature", "upload-complete"})
    void aNameWithAControlCharacterIsRefusedHoweverItComes(String path) {
        Api.Answer answer = api.post("/api/assets/" + path, """
                {"name":"a\\u0000b","filename":"a\\u0000b","cloudinaryPublicId":"asset_nobody",
                 "data":"data:image/svg+xml;base64,PHN2Zy8+"}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("error").asText()).contains("name");
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif", "bmp, image/bmp"})
    void anUploadIsListedServedAndRemoved(String format, String mediaType) throws IOException {
        byte[] picture = picture(format);

        JsonNode asset = upload("A picture", "IMAGE", picture).data();

        assertThat(asset.path("format").asText()).isEqualTo(format);
        assertThat(asset.path("type").asText()).isEqualTo("IMAGE");
        assertThat(asset.path("size").asInt()).isEqualTo(picture.length);
        assertThat(asset.path("width").asInt()).isEqualTo(13);
        assertThat(asset.path("height").asInt()).isEqualTo(7);
        String path = "/api/assets/" + asset.path("id").asText();
        assertThat(api.get(path).data()).isEqualTo(asset);
        assertThat(api.get("/api/assets/library?type=IMAGE").data().get(0)).isEqualTo(asset);
        HttpResponse<byte[]> file =
                Api.bytes(HttpRequest.newBuilder(URI.create(asset.path("url").asText())));
        assertThat(file.body()).isEqualTo(picture);
        assertThat(file.headers().firstValue("Content-Type")).hasValue(mediaType);
        assertThat(Api.send(api.request(path).DELETE()).body().toString()).isEqualTo("{\"success\":true}");
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(Api.send(HttpRequest.newBuilder(URI.create(asset.path("url").asText())))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void formsAreTakenToo() {
        Api.Answer answer = form("/api/assets/upload", true, "logo.svg", SVG);

        assertThat(answer.data().path("name").asText()).isEqualTo("logo.svg");
        assertThat(answer.data().path("format").asText()).isEqualTo("svg");
        assertThat(answer.data().path("width").asInt()).isEqualTo(30);
        Api.Answer broken = Api.send(api.request("/api/assets/upload")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("no parts at all")));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(Api.send(api.request("/api/assets/upload")
                                .header("Content-Type", "multipart/form-data")
                                .POST(HttpRequest.BodyPublishers.ofString("")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void thePythonClientUploadsInThreeSteps() {
        JsonNode signature = api.post("/api/assets/upload-signature", "{\"filename\":\"logo.svg\",\"type\":\"IMAGE\"}")
                .body();
        String target = signature.path("uploadUrl").asText();
        assertThat(signature.path("uploadData").isObject()).isTrue();

        JsonNode stored = form(target, false, "logo.svg", SVG).body();
        String complete = "{\"name\":\"Company logo\",\"type\":\"IMAGE\",\"cloudinaryPublicId\":\""
                + stored.path("public_id").asText() + "\"}";
        assertThat(form(target, false, "logo.svg", SVG).status()).isEqualTo(404);
        assertThat(new Api(server.baseUri(), "cvt_test_teams")
                        .post("/api/assets/upload-complete", complete)
                        .status())
                .isEqualTo(404);
        JsonNode asset = api.post("/api/assets/upload-complete", complete).data();

        assertThat(asset.path("name").asText()).isEqualTo("Company logo");
        assertThat(asset.path("url").asText())
                .isEqualTo(stored.path("secure_url").asText());
        assertThat(api.post("/api/assets/upload-complete", complete).status()).isEqualTo(404);
    }

    @Test
    void aSignatureExpires() {
        String target = api.post("/api/assets/upload-signature", "{\"filename\":\"late.svg\"}")
                .body()
                .path("uploadUrl")
                .asText();
        clock.advance(Duration.ofMinutes(61));

        assertThat(form(target, false, "late.svg", SVG).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoAsset() {
        assertThat(upload("x", "IMAGE", "#!/bin/sh".getBytes(StandardCharsets.UTF_8))
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("file: the file is no IMAGE of a format that is known here");
        assertThat(upload("x", "FONT", SVG).status()).isEqualTo(422);
        assertThat(api.post("/api/assets/upload", "{\"type\":\"PDF\",\"data\":\"http://x\"}")
                        .body()
                        .path("details")
                        .findValuesAsText("path"))
                .containsExactlyInAnyOrder("name", "type", "data");
        byte[] large = Arrays.copyOf(SVG, 7 * 1024 * 1024 + 1);
        assertThat(form("/api/assets/upload", true, "large.svg", large).status())
                .isEqualTo(413);
        assertThat(form("/api/assets/upload", true, "huge.svg", Arrays.copyOf(SVG, 11 * 1024 * 1024))
                        .status())
                .isEqualTo(413);
        assertThat(form("/uploads/unknown", false, "x.svg", SVG).status()).isEqualTo(404);
    }

    @Test
    void anotherAccountsAssetIsNotThere() {
        String path =
                "/api/assets/" + upload("mine", "IMAGE", SVG).data().path("id").asText();
        Api other = new Api(server.baseUri(), "cvt_test_individual");

        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(Api.send(other.request(path).DELETE()).status()).isEqualTo(404);
        assertThat(other.get("/api/assets/library").data()).isEmpty();
        for (String hostile :
                new String[] {"%00", "..%2f..%2fetc", "'%20or%20''='", "x".repeat(3000), "%0d%0aX:%20y"}) {
            assertThat(api.get("/api/assets/" + hostile).status()).isIn(400, 404);
            assertThat(api.get("/assets/" + hostile).status()).isIn(400, 404);
        }
    }

    @Test
    void theOffersAreSearchedAndTheirFilesAreThere() throws IOException {
        JsonNode images = api.get("/api/assets/stock-images?query=nature%20mountain&page=1&perPage=1")
                .body();
        assertThat(images.path("data")).hasSize(1);
        assertThat(images.path("pagination").path("total").asInt()).isEqualTo(2);
        JsonNode image = images.path("data").get(0);
        BufferedImage large = ImageIO.read(new ByteArrayInputStream(Api.bytes(HttpRequest.newBuilder(
                        URI.create(image.path("largeImageURL").asText())))
                .body()));
        assertThat(large.getWidth()).isEqualTo(image.path("imageWidth").asInt());
        assertThat(large.getHeight()).isEqualTo(image.path("imageHeight").asInt());
        JsonNode icon = api.get("/api/assets/icons?query=house").data().get(0);
        assertThat(new String(
                        Api.bytes(HttpRequest.newBuilder(
                                        URI.create(icon.path("url").asText())))
                                .body(),
                        StandardCharsets.UTF_8))
                .startsWith("<svg");
        assertThat(api.get("/api/assets/stock-images?query=business,meeting").data())
                .as("no image has both words, one has each")
                .hasSize(2);
        assertThat(api.get("/api/assets/icons?query=nothing-like-this").data()).isEmpty();
        assertThat(api.get("/api/assets/clipart?tag=all").data()).isNotEmpty();
        assertThat(api.get("/api/assets/illustrations?query=office&category=all")
                        .data())
                .hasSize(2);
        assertThat(api.get("/api/assets/library?source=iconify&query=heart&per_page=5")
                        .data())
                .hasSize(1);
        assertThat(api.get("/api/assets/library?source=elsewhere").status()).isEqualTo(422);
        assertThat(api.get("/assets/stock/misty-hills-9999.png").status()).isEqualTo(404);
    }

    /** This class path has no engine that draws text; with the renderer on it the list is the renderer's. */
    @Test
    void fontsAreThoseOfTheEngines() {
        JsonNode fonts = api.get("/api/assets/fonts").data();

        assertThat(fonts.findValuesAsText("family")).containsExactly("Script Sans", "Script Serif");
        assertThat(fonts.get(0).path("variants").toString()).isEqualTo("[\"regular\",\"700italic\"]");
        assertThat(api.get("/api/assets/fonts?category=serif").data().findValuesAsText("family"))
                .containsExactly("Script Serif");
    }

    @Test
    void theEngineIsHandedOurOwnAssets() {
        String url = upload("mine", "IMAGE", SVG).data().path("url").asText();
        String expected = "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(SVG);

        HttpResponse<byte[]> echoed = Api.bytes(api.request("/api/v1/render")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"designId\":\"product_card\",\"dynamicData\":{\"content\":\"" + url + "\"}}")));
        HttpResponse<byte[]> missing = Api.bytes(api.request("/api/v1/render")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"designId\":\"product_card\",\"dynamicData\":{\"content\":\"" + server.baseUri()
                                + "/assets/gone.png\"}}")));

        assertThat(new String(echoed.body(), StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(new String(missing.body(), StandardCharsets.UTF_8)).endsWith("/assets/gone.png");
    }

    private Api.Answer upload(String name, String type, byte[] file) {
        return api.post(
                "/api/assets/upload",
                "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"data\":\"data:application/octet-stream;base64,"
                        + Base64.getEncoder().encodeToString(file) + "\"}");
    }

    private Api.Answer form(String target, boolean withKey, String fileName, byte[] file) {
        byte[] head = ("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = withKey
                ? api.request(target)
                : HttpRequest.newBuilder(server.baseUri().resolve(target));
        return Api.send(request.header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Arrays.asList(head, file, foot))));
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(13, 7, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
