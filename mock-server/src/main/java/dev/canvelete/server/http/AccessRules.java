package dev.canvelete.server.http;

import dev.canvelete.server.account.Scopes;
import jakarta.ws.rs.HttpMethod;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a request needs of the key that it carries, told from its path and method. */
record AccessRules(String path, String method) {
    private static final Map<String, Scopes.Area> AREAS = Map.of(
            "designs", Scopes.Area.DESIGNS,
            "templates", Scopes.Area.TEMPLATES,
            "render", Scopes.Area.RENDER,
            "api-keys", Scopes.Area.APIKEYS,
            "assets", Scopes.Area.ASSETS,
            "usage", Scopes.Area.USAGE,
            "billing", Scopes.Area.BILLING,
            "webhooks", Scopes.Area.WEBHOOKS);

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Whether the path lies in the API at all; nothing else wants a key. */
    boolean inApi() {
        return path.startsWith("v1/") || path.startsWith("api/");
    }

    /** Whether it is answered without a key too: one published client lists the templates before it has one. */
    boolean open() {
        return path.equals("api/templates") && READING.contains(method);
    }

    /** The scope that it needs and that a key with these lacks. */
    Optional<String> missing(Scopes held) {
        Optional<Scopes.Area> area = Optional.ofNullable(AREAS.get(resource()));
        boolean write = !READING.contains(method);
        return area.filter(wanted -> !held.allow(wanted, write)).map(wanted -> write ? wanted.write() : wanted.read());
    }

    /** The first part of the path that names a kind of thing. */
    private String resource() {
        String rest = path.replaceFirst("^(?:v1|api)/(?:v1/|automation/)?", "");
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
