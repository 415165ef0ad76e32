package dev.canvelete.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderEngineProvider;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.render.Warning;
import java.util.List;

/** An engine named {@code echo}: its files say what it was asked for. Data with a {@code fail} fails. */
public final class EchoEngineProvider implements RenderEngineProvider {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public RenderEngine create(EngineSettings settings) {
        return new RenderEngine() {
            @Override
            public PreparedDesign prepare(Design design, RenderOptions options) {
                return data -> draw(design, options, data, settings);
            }

            @Override
            public void close() {}
        };
    }

    private static Rendering draw(Design design, RenderOptions options, RenderRecord data, EngineSettings settings)
            throws RenderException {
        if (data.data().has("fail")) {
            throw new RenderException(
                    ErrorCode.INVALID_DYNAMIC_DATA,
                    List.of(new Fault("name", "is missing"), new Fault("date", "is missing")));
        }
        String text = design.id() + " " + options + " " + data.data() + " assets in " + settings.assetFolder()
                + " fonts in " + settings.fontFolder();
        return new Rendering(
                text.getBytes(UTF_8),
                1,
                1,
                List.of(new Warning("MISSING_FONT", "heading", "no font Foo, Inter instead")));
    }
}
