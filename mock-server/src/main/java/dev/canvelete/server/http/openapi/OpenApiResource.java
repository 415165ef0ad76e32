package dev.canvelete.server.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.error.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI documents, for everyone: {@code /openapi/documented.yaml}, or the same as {@code .json}. */
@Path("/openapi")
public final class OpenApiResource {
    /** A document as it was written. */
    @GET
    @Path("{dialect:[a-z]+}.yaml")
    @Produces("application/yaml")
    public String yaml(@PathParam("dialect") String dialect) throws IOException {
        try (InputStream document = OpenApiResource.class.getResourceAsStream(dialect + ".yaml")) {
            if (document == null) {
                throw Refusal.of(ErrorCode.NOT_FOUND, "There is no OpenAPI document of that name");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The same document as JSON. */
    @GET
    @Path("{dialect:[a-z]+}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode json(@PathParam("dialect") String dialect) throws IOException {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml(dialect));
        return Json.tree(document);
    }
}
