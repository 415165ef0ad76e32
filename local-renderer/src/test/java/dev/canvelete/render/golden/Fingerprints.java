package dev.canvelete.render.golden;

import dev.canvelete.api.engine.RenderException;
import dev.canvelete.render.LocalRenderEngine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A line for every golden design with the hash of its bytes; as a program, for a JVM of its own. */
final class Fingerprints {
    private Fingerprints() {}

    static List<String> all() throws RenderException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        List<String> lines = new ArrayList<>();
        try (LocalRenderEngine engine = GoldenDesigns.engine()) {
            for (String name : GoldenDesigns.names()) {
                byte[] bytes = GoldenDesigns.draw(engine, name).bytes();
                lines.add(name + " " + HexFormat.of().formatHex(sha256.digest(bytes)));
            }
        }
        return lines;
    }

    public static void main(String[] args) throws Exception {
        all().forEach(System.out::println);
    }
}
