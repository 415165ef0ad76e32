package dev.canvelete.server.artifact.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One bucket of a store that speaks as S3 does, as far as finished files need it. It wants requests signed with its own
 * key, though it does not verify the signature, and bodies with their checksum.
 */
public final class FakeS3 implements AutoCloseable {
    private static final String BUCKET = "finished";
    /** Small, so that even few objects need several pages. */
    private static final int PAGE = 2;

    private static final String ACCESS_KEY = "AKIAFAKEFAKEFAKEFAKE";
    private static final Map<String, String> CREDENTIALS =
            Map.of("aws.accessKeyId", ACCESS_KEY, "aws.secretAccessKey", "nobody's secret");

    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer http;
    private volatile Predicate<String> refused = method -> false;
    private volatile boolean cutting;

    private FakeS3(HttpServer http) {
        this.http = http;
    }

    /** An empty bucket, and the credentials for it where the AWS SDK looks for some. */
    public static FakeS3 start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeS3 store = new FakeS3(http);
            http.createContext("/", store::handle);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
            CREDENTIALS.forEach(System::setProperty);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its bucket, with keys that begin so. */
    public BucketUrl url(String prefix) {
        return url(BUCKET, prefix);
    }

    BucketUrl url(String bucket, String prefix) {
        return BucketUrl.of("s3://" + bucket + "/" + prefix + "?endpoint=http://127.0.0.1:"
                + http.getAddress().getPort());
    }

    /** What is in it now. */
    public NavigableMap<String, byte[]> objects() {
        return objects;
    }

    /** Requests of that method are forbidden from now on. */
    public void forbid(String method) {
        refused = method::equals;
    }

    /** So many requests are answered that it is too busy. */
    void tooBusyFor(int requests) {
        refusals.set(requests);
    }

    /** Connections break in the middle of an object from now on. */
    void cutObjects() {
        cutting = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String[] path = exchange.getRequestURI().getPath().split("/", 3);
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (refusals.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                fail(exchange, 503, "SlowDown");
            } else if (!authorization.startsWith("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/")
                    || refused.test(exchange.getRequestMethod())) {
                fail(exchange, 403, "AccessDenied");
            } else if (!path[1].equals(BUCKET)) {
                fail(exchange, 404, "NoSuchBucket");
            } else {
                answer(exchange, path.length < 3 ? "" : path[2], body);
            }
        }
    }

    private void answer(HttpExchange exchange, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                if (key.isEmpty()) {
                    list(exchange);
                } else {
                    get(exchange, key);
                }
            }
            case "PUT" -> put(exchange, key, body);
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> fail(exchange, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpExchange exchange, String key, byte[] body) throws IOException {
        String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
        if (source != null) {
            byte[] copied = objects.get(source.replaceFirst("^/?" + BUCKET + "/", ""));
            if (copied == null) {
                fail(exchange, 404, "NoSuchKey");
                return;
            }
            objects.put(key, copied);
            xml(exchange, 200, "<CopyObjectResult><ETag>\"1\"</ETag></CopyObjectResult>");
        } else if (!md5(body).equals(exchange.getRequestHeaders().getFirst("Content-MD5"))) {
            fail(exchange, 400, "BadDigest");
        } else {
            objects.put(key, body);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String md5(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        byte[] found = objects.get(key);
        if (found == null) {
            fail(exchange, 404, "NoSuchKey");
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        List<Integer> ends = Stream.of(range.substring("bytes=".length()).split("-"))
                .map(Integer::valueOf)
                .toList();
        byte[] part = Arrays.copyOfRange(found, ends.get(0), Math.min(found.length, ends.get(1) + 1));
        exchange.sendResponseHeaders(206, part.length);
        exchange.getResponseBody().write(part, 0, cutting ? part.length / 2 : part.length);
    }

    private void list(HttpExchange exchange) throws IOException {
        Map<String, String> query = Stream.of(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0],
                        parameter ->
                                URLDecoder.decode(parameter.length < 2 ? "" : parameter[1], StandardCharsets.UTF_8)));
        String prefix = query.getOrDefault("prefix", "");
        List<Map.Entry<String, byte[]>> rest =
                objects.tailMap(query.getOrDefault("continuation-token", ""), false).entrySet().stream()
                        .filter(object -> object.getKey().startsWith(prefix))
                        .toList();
        List<Map.Entry<String, byte[]>> page = rest.subList(0, Math.min(PAGE, rest.size()));
        boolean more = page.size() < rest.size();
        xml(
                exchange,
                200,
                "<ListBucketResult><IsTruncated>" + more + "</IsTruncated>"
                        + (more ? "<NextContinuationToken>" + page.getLast().getKey() + "</NextContinuationToken>" : "")
                        + page.stream()
                                .map(object -> "<Contents><Key>" + object.getKey() + "</Key><Size>"
                                        + object.getValue().length + "</Size></Contents>")
                                .collect(Collectors.joining())
                        + "</ListBucketResult>");
    }

    private static void fail(HttpExchange exchange, int status, String code) throws IOException {
        xml(exchange, status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    private static void xml(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        CREDENTIALS.keySet().forEach(System::clearProperty);
    }
}
