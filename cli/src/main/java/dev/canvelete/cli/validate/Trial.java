package dev.canvelete.cli.validate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a design to see what the engine says about it. */
final class Trial {
    private static final String DATA = "dynamicData.";

    private final RenderEngine engine;
    private final Design design;

    Trial(RenderEngine engine, Design design) {
        this.engine = engine;
        this.design = design;
    }

    /** The data that strict rendering asks for, as paths. */
    List<String> needs() {
        RenderOptions strict = new RenderOptions(
                OutputFormat.PNG, RenderOptions.DEFAULT_QUALITY, null, null, 1, RenderOptions.DEFAULT_DPI, null, true);
        try {
            engine.render(design, strict, RenderRecord.empty());
            return List.of();
        } catch (RenderException e) {
            return e.faults().stream()
                    .map(Fault::path)
                    .filter(path -> path.startsWith(DATA))
                    .map(path -> path.substring(DATA.length()))
                    .distinct()
                    .toList();
        }
    }

    /**
     * What drawing a record shows.
     *
     * @param data null for none: then what fails because data is missing says nothing about the design
     */
    List<Finding> findings(@Nullable ObjectNode data) {
        List<Finding> findings = new ArrayList<>();
        try {
            for (Warning warning : engine.render(
                            design, RenderOptions.of(OutputFormat.PNG), RenderRecord.of(data, null))
                    .warnings()) {
                findings.add(new Finding(
                        warning.code().equals("MISSING_FONT") ? Finding.Kind.MISSING_FONT : Finding.Kind.WARNING,
                        warning.element() == null ? "" : warning.element(),
                        warning.message()));
            }
        } catch (RenderException e) {
            boolean telling = data != null || e.code() == ErrorCode.UNSUPPORTED_ELEMENT;
            for (Fault fault : e.faults()) {
                findings.add(new Finding(
                        telling ? Finding.Kind.ERROR : Finding.Kind.WARNING,
                        fault.path(),
                        fault.message() + (telling ? "" : " (drawn without data)")));
            }
        }
        return findings;
    }
}
