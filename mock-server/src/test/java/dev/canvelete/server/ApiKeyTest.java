package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ApiKeyTest {
    private final MovableClock clock = new MovableClock();
    private final MockServer server;
    private final Api owner;

    ApiKeyTest(TestDatabase database) {
        server = MockServer.start(database.options().withEngine("placeholder").withClock(clock));
        owner = Api.enterprise(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCreatedKeyIsShownOnceAndOpensTheSameAccount() {
        JsonNode created = create("{\"name\":\"CI\"}");

        assertThat(created.path("key").asText())
                .startsWith(created.path("keyPrefix").asText());
        assertThat(created.path("status").asText()).isEqualTo("ACTIVE");
        JsonNode listed = owner.get("/api/automation/api-keys").data();
        assertThat(listed.findValuesAsText("name")).containsExactly("CI", "Test key, Enterprise");
        assertThat(listed.toString())
                .doesNotContain(created.path("key").asText())
                .doesNotContain("\"hash\"");
        String design = owner.post("/v1/designs", "{\"name\":\"mine\"}")
                .data()
                .path("id")
                .asText();
        assertThat(with(created).get("/v1/designs/" + design).status()).isEqualTo(200);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        JsonNode created = create("{\"name\":\"CI\"}");
        assertThat(with(created).get("/v1/designs").status()).isEqualTo(200);

        Api.Answer revoked = delete(owner, created.path("id").asText());

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body().path("success").asBoolean()).isTrue();
        assertThat(with(created).get("/v1/designs").code()).isEqualTo("UNAUTHORIZED");
        Api.Answer sdk = with(created).get("/api/automation/api-keys");
        assertThat(sdk.status()).isEqualTo(401);
        assertThat(sdk.body().path("error").asText()).isEqualTo("Invalid API key");
        assertThat(owner.get("/api/automation/api-keys")
                        .data()
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("REVOKED");
    }

    @Test
    void aKeyExpiresByTheServersClock() {
        JsonNode created = create("{\"name\":\"short\",\"expiresAt\":\"2026-03-01T13:00:00Z\"}");
        assertThat(with(created).get("/v1/designs").status()).isEqualTo(200);

        clock.advance(Duration.ofHours(1));

        assertThat(with(created).get("/v1/designs").status()).isEqualTo(401);
    }

    @Test
    void aKeyDoesOnlyWhatItsScopesAllow() {
        JsonNode created = create("{\"name\":\"reader\",\"scopes\":[\"designs:read\",\"apikeys:write\"]}");
        Api reader = with(created);

        assertThat(reader.get("/v1/designs").status()).isEqualTo(200);
        assertThat(reader.get("/api/automation/api-keys").status()).isEqualTo(200);
        Api.Answer refused = reader.post("/api/automation/designs", "{\"name\":\"x\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("error").asText()).isEqualTo("This API key lacks the scope designs:write");
        assertThat(refused.body().path("code").asText()).isEqualTo("FORBIDDEN");
        assertThat(reader.post("/v1/render/batch", Api.batch(1, "badge_template"))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(reader.post("/api/automation/api-keys", "{\"name\":\"more\"}")
                        .status())
                .isEqualTo(403);
        assertThat(reader.post("/api/automation/api-keys", "{\"name\":\"less\",\"scopes\":[\"apikeys:read\"]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoKeyNamingThePlace() {
        Api.Answer refused = owner.post(
                "/api/automation/api-keys", "{\"name\":\" \",\"scopes\":[\"everything\"],\"expiresAt\":\"soon\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("details").findValuesAsText("path"))
                .containsExactlyInAnyOrder("name", "scopes", "expiresAt");
        assertThat(owner.post("/api/automation/api-keys", "{\"name\":\"past\",\"expiresAt\":\"2026-03-01T12:00:00Z\"}")
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("expiresAt: a time in the future is right");
    }

    @Test
    void anotherAccountsKeysAreNotThere() {
        Api other = new Api(server.baseUri(), "cvt_test_teams");
        String id = create("{\"name\":\"CI\"}").path("id").asText();

        assertThat(delete(other, id).status()).isEqualTo(404);
        assertThat(other.get("/api/automation/api-keys").data().findValuesAsText("name"))
                .containsExactly("Test key, Teams");
        for (String hostile : new String[] {"%00", "..%2f..", "'%20or%20''='", "x".repeat(4000), "%0d%0aX:%20y"}) {
            assertThat(delete(owner, hostile).status()).isIn(400, 404, 422);
        }
    }

    private JsonNode create(String body) {
        Api.Answer answer = owner.post("/api/automation/api-keys", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.data();
    }

    private Api with(JsonNode created) {
        return new Api(server.baseUri(), created.path("key").asText());
    }

    private static Api.Answer delete(Api api, String id) {
        HttpRequest.Builder request = api.request("/api/automation/api-keys/" + id);
        return Api.send(request.DELETE());
    }
}
