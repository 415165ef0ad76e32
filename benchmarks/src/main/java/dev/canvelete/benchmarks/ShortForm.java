package dev.canvelete.benchmarks;

import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.benchmarks.http.HttpBatch;
import dev.canvelete.benchmarks.measure.Meter;
import dev.canvelete.benchmarks.plain.PlainDocument;
import dev.canvelete.benchmarks.plain.PlainPicture;
import dev.canvelete.benchmarks.report.Line;
import dev.canvelete.benchmarks.report.Report;
import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.benchmarks.work.Renderer;
import dev.canvelete.render.LocalRenderEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The whole table in a minute or two. */
public final class ShortForm {
    private final Meter meter;
    private final int httpRecords;

    /**
     * @param warmUp for each way of each job
     * @param turn of five, for each way of each job
     * @param httpRecords how many records go through the server
     */
    public ShortForm(Duration warmUp, Duration turn, int httpRecords) {
        this.meter = new Meter(warmUp, turn);
        this.httpRecords = httpRecords;
    }

    /** Measures some jobs, and tells of each line as it is known. */
    public Report run(List<Job> jobs, Consumer<Line> each) throws Exception {
        List<Line> lines = new ArrayList<>();
        try (LocalRenderEngine engine = new LocalRenderEngine()) {
            for (Job job : jobs) {
                Line line = Line.of(job, meter.compare(engine(engine, job), plain(job), job::data));
                lines.add(line);
                each.accept(line);
            }
        }
        return new Report(
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                lines,
                HttpBatch.run(Job.BADGE_PNG, httpRecords));
    }

    /** The renderer, as a batch uses it. */
    public static Renderer engine(LocalRenderEngine engine, Job job) throws Exception {
        PreparedDesign prepared = engine.prepare(job.design(), RenderOptions.of(job.format()));
        return data -> prepared.render(RenderRecord.of(data, null)).bytes();
    }

    /** What it is measured against. */
    public static Renderer plain(Job job) {
        return job.format() == OutputFormat.PDF
                ? new PlainDocument(job.design())
                : new PlainPicture(job.design(), job.format());
    }
}
