package dev.canvelete.server;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.traffic.TrafficHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Holds real exchanges against the OpenAPI document of their dialect. An answer must be one that the document promises
 * for that operation and status; a request that was answered with success must be one that it allows. Only what HTTP
 * itself refuses, before any operation is found, is not in a document: unknown paths and methods.
 */
final class OpenApiContract {
    private static final Map<String, OpenApiContract> DIALECTS = Map.of(
            "/v1/", new OpenApiContract("documented"),
            "/api/", new OpenApiContract("sdk"));

    private final OpenApiInteractionValidator validator;

    /** @param dialect the name of a document that the server serves */
    private OpenApiContract(String dialect) {
        this.validator = OpenApiInteractionValidator.createFor("dev/canvelete/server/http/openapi/" + dialect + ".yaml")
                .build();
    }

    /** Fails if an exchange is not as its document says; paths of no dialect, and faults, are not looked at. */
    static void check(HttpRequest request, HttpResponse<byte[]> response) {
        if (response.headers().firstValue(TrafficHandler.FAULT_HEADER).isPresent()) {
            return;
        }
        String path = request.uri().getRawPath();
        DIALECTS.entrySet().stream()
                .filter(dialect -> path.startsWith(dialect.getKey()))
                .findFirst()
                .ifPresent(dialect -> dialect.getValue().checkExchange(path, request, response));
    }

    /** Fails if an event that a webhook brought is not as the documented dialect's document says. */
    static void checkEvent(JsonNode event) {
        Webhooks.check(event);
    }

    private void checkExchange(String path, HttpRequest request, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Request.Method method = Request.Method.valueOf(request.method());
        if (status < 300) {
            check(request, status, validator.validateRequest(simple(path, request)));
        }
        if (status == 405) {
            return;
        }
        ValidationReport report = validator.validateResponse(path, method, simple(response));
        boolean noOperation = report.getMessages().stream()
                .anyMatch(message -> message.getKey().startsWith("validation.request.path.missing")
                        || message.getKey().startsWith("validation.request.operation.notAllowed"));
        if (!noOperation || status < 300) {
            check(request, status, report);
        }
    }

    private static void check(HttpRequest request, int status, ValidationReport report) {
        List<ValidationReport.Message> faults = faults(report);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    request.method() + " " + request.uri() + " (" + status + ") is not as documented: " + faults);
        }
    }

    private static List<ValidationReport.Message> faults(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .toList();
    }

    /** The document's webhooks, as paths of whoever receives them: that is what the validator knows. */
    private static final class Webhooks {
        private static final OpenApiInteractionValidator VALIDATOR =
                OpenApiInteractionValidator.createForInlineApiSpecification(document())
                        .withLevelResolver(LevelResolverFactory.withAdditionalPropertiesIgnored())
                        .build();

        private static String document() {
            try (InputStream yaml =
                    OpenApiContract.class.getResourceAsStream("/dev/canvelete/server/http/openapi/documented.yaml")) {
                ObjectNode document =
                        Json.mapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
                ObjectNode paths = document.putObject("paths");
                document.remove("webhooks")
                        .properties()
                        .forEach(hook -> paths.set("/" + hook.getKey(), hook.getValue()));
                document.remove(List.of("security", "servers"));
                return document.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void check(JsonNode event) {
            String type = event.path("eventType").asText();
            List<ValidationReport.Message> faults =
                    faults(VALIDATOR.validateRequest(SimpleRequest.Builder.post("/" + type)
                            .withContentType("application/json")
                            .withBody(event.toString())
                            .build()));
            if (!faults.isEmpty()) {
                throw new AssertionError(event + " is not as documented: " + faults);
            }
        }
    }

    private static SimpleRequest simple(String path, HttpRequest request) {
        SimpleRequest.Builder simple = new SimpleRequest.Builder(request.method(), path);
        request.headers().map().forEach(simple::withHeader);
        String query = request.uri().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            simple.withQueryParam(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        request.bodyPublisher()
                .filter(body -> body.contentLength() != 0)
                .ifPresent(body -> simple.withBody(bytes(body)));
        return simple.build();
    }

    private static SimpleResponse simple(HttpResponse<byte[]> response) {
        SimpleResponse.Builder simple = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach(simple::withHeader);
        return (response.body().length == 0 ? simple : simple.withBody(response.body())).build();
    }

    private static byte[] bytes(HttpRequest.BodyPublisher publisher) {
        HttpResponse.BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                whole.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                whole.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable thrown) {
                whole.onError(thrown);
            }

            @Override
            public void onComplete() {
                whole.onComplete();
            }
        });
        return whole.getBody().toCompletableFuture().join();
    }
}
