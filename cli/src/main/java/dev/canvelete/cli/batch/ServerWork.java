package dev.canvelete.cli.batch;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.cli.data.Row;
import dev.canvelete.cli.output.OutputFile;
import dev.canvelete.cli.rows.NamedRow;
import dev.canvelete.cli.rows.NamedRows;
import dev.canvelete.cli.rows.RowFiles;
import dev.canvelete.cli.rows.RowOutcome;
import dev.canvelete.client.BatchOptions;
import dev.canvelete.client.RenderService;
import dev.canvelete.client.error.CanveleteException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes rows' files by a server: sends the rows that need it, and fetches what comes back, in the rows' order. */
final class ServerWork implements Supplier<@Nullable Callable<RowOutcome>> {
    private final RenderService service;
    private final NamedRows rows;
    private final RowFiles files;
    private final RenderRequest request;
    /** The rows that were read and not yet handed over; those with an outcome were not sent. */
    private final Deque<Pending> pending = new ArrayDeque<>();

    private final Iterator<RenderResult> results;

    private record Pending(NamedRow row, @Nullable RowOutcome outcome) {}

    ServerWork(RenderService service, NamedRows rows, RowFiles files, RenderRequest request, BatchOptions options) {
        this.service = service;
        this.rows = rows;
        this.files = files;
        this.request = request;
        this.results = service.batchAll(Requests::new, options).iterator();
    }

    @Override
    public @Nullable Callable<RowOutcome> get() {
        boolean more = !pending.isEmpty() || results.hasNext();
        Pending next = pending.pollFirst();
        if (next == null) {
            if (more) {
                throw new IllegalStateException("a result without a row");
            }
            return null;
        }
        RowOutcome known = next.outcome();
        if (known != null) {
            return () -> known;
        }
        RenderResult result = results.next();
        return () -> fetch(next.row(), result);
    }

    private RowOutcome fetch(NamedRow row, RenderResult result) {
        if (result.status() != RenderStatus.COMPLETED) {
            ApiError error = result.error();
            return RowOutcome.failed(
                    row, error == null ? result.status().wireName() : error.code() + ": " + error.message());
        }
        try {
            return files.write(row, service.download(result), Objects.requireNonNullElse(result.warnings(), List.of()));
        } catch (CanveleteException e) {
            return RowOutcome.failed(row, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return RowOutcome.failed(row, row.file() + " cannot be written: " + OutputFile.reason(e));
        }
    }

    /** The requests of the rows that have to be sent. */
    private final class Requests implements Iterator<RenderRequest> {
        private @Nullable RenderRequest next;

        @Override
        public boolean hasNext() {
            while (next == null) {
                NamedRow row = rows.next();
                if (row == null) {
                    return false;
                }
                RowOutcome known = outcome(row);
                pending.addLast(new Pending(withoutData(row), known));
                next = known == null ? request.data(row.row().data()) : null;
            }
            return true;
        }

        private @Nullable RowOutcome outcome(NamedRow row) {
            if (row.fault() != null) {
                return RowOutcome.failed(row, row.fault());
            }
            try {
                Optional<RowOutcome> there = files.keep(row);
                return there.orElse(null);
            } catch (IOException e) {
                return RowOutcome.failed(row, row.file() + " cannot be read: " + OutputFile.reason(e));
            }
        }

        /** What waits for its result needs no data any more. */
        private static NamedRow withoutData(NamedRow row) {
            Row read = row.row();
            return new NamedRow(
                    new Row(read.number(), read.place(), read.position(), Json.object(), null),
                    row.file(),
                    row.fault());
        }

        @Override
        public RenderRequest next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException("the last row was sent");
            }
            RenderRequest given = next;
            next = null;
            return given;
        }
    }
}
