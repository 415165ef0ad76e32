package dev.canvelete.cli.render;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.Fault;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.output.OutputFile;
import dev.canvelete.cli.rows.NamedRow;
import dev.canvelete.cli.rows.NamedRows;
import dev.canvelete.cli.rows.RowFiles;
import dev.canvelete.cli.rows.RowOutcome;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes rows' files with a design that was prepared once. Thread-safe. */
final class Drawing {
    private final PreparedDesign prepared;

    private Drawing(PreparedDesign prepared) {
        this.prepared = prepared;
    }

    /**
     * Prepares a design.
     *
     * @throws CommandFailure if no record of it can be drawn
     */
    static Drawing prepare(RenderEngine engine, Design design, RenderOptions options) {
        try {
            return new Drawing(engine.prepare(design, options));
        } catch (RenderException e) {
            throw failure(e);
        }
    }

    Supplier<@Nullable Callable<RowOutcome>> tasks(NamedRows rows, RowFiles files) {
        return () -> {
            NamedRow row = rows.next();
            return row == null ? null : () -> draw(row, files);
        };
    }

    private RowOutcome draw(NamedRow row, RowFiles files) {
        if (row.fault() != null) {
            return RowOutcome.failed(row, row.fault());
        }
        try {
            Optional<RowOutcome> there = files.keep(row);
            if (there.isPresent()) {
                return there.get();
            }
            Rendering rendering = prepared.render(RenderRecord.of(row.row().data(), null));
            return files.write(row, rendering.bytes(), rendering.warnings());
        } catch (RenderException e) {
            return RowOutcome.failed(row, e.code() + ": " + e.getMessage());
        } catch (IOException e) {
            return RowOutcome.failed(row, row.file() + " cannot be written: " + OutputFile.reason(e));
        }
    }

    /** What keeps a design from being drawn, as it is said to whoever asked for it. */
    static CommandFailure failure(RenderException e) {
        String faults = e.faults().stream().map(Fault::toString).collect(Collectors.joining("\n  "));
        return new CommandFailure(e.code() + ": " + faults, e);
    }
}
