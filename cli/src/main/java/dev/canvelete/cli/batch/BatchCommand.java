package dev.canvelete.cli.batch;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.Interrupts;
import dev.canvelete.cli.render.RenderSettings;
import dev.canvelete.cli.rows.RowJob;
import dev.canvelete.cli.rows.RowOptions;
import dev.canvelete.cli.server.ServerConnection;
import dev.canvelete.client.BatchOptions;
import dev.canvelete.client.CanveleteClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a server render a file of each row of data, and fetches the files. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lets a server render a file of each row of data, and fetches the files.",
            "",
            "The rows are read as they are sent, in batches that run in parallel, so that there may be millions."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  canvelete batch certificate_template --data people.csv -o certificates --format pdf",
            "  canvelete batch --design design_123 --data people.csv -o out --server https://… --key cvt_…",
            "",
            "Exit codes: 0 all fetched, 1 some or all not (stderr says why), 2 wrong usage, 130 ended by Ctrl-C."
        })
public final class BatchCommand implements Callable<Integer> {
    private final Console console;
    private final Interrupts interrupts;

    @Parameters(paramLabel = "TEMPLATE", arity = "0..1", description = "the template's id")
    private @Nullable String template;

    @Option(names = "--design", paramLabel = "ID", description = "the design's id, in place of a template's")
    private @Nullable String design;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "FILE",
            required = true,
            description = "the rows: CSV, a JSON array or JSON lines; - for stdin")
    private String data = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "the folder for the files")
    private @Nullable Path output;

    @Mixin
    private ServerConnection connection = new ServerConnection();

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            defaultValue = "individual",
            description = "the key's plan, which bounds the batches: ${COMPLETION-CANDIDATES}; individual unless said")
    private Plan plan = Plan.INDIVIDUAL;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "batches under way at a time; 4 unless said")
    private int parallel = 4;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "for each batch, with all that it has to wait for; 600 unless said")
    private long timeout = 600;

    @Mixin
    private RenderSettings settings = new RenderSettings();

    @ArgGroup(exclusive = false, validate = false, heading = "%nFor rows and files:%n")
    private RowOptions rows = new RowOptions();

    /** The command with its surroundings. */
    public BatchCommand(Console console, Interrupts interrupts) {
        this.console = console;
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws Exception {
        if (output == null && rows.zip() == null) {
            throw settings.wrong("--output is missing; -o DIR or --zip FILE is right");
        }
        OutputFormat format = settings.formatOfRows();
        RenderRequest request = settings.request(named(), format);
        try (CanveleteClient client = connection.client(console)) {
            return new RowJob(console, InstantSource.system(), interrupts, rows)
                    .run(
                            data,
                            output,
                            format,
                            request.toString(),
                            (named, files) -> new ServerWork(client.render(), named, files, request, options()));
        }
    }

    private RenderRequest named() {
        if (template != null && design == null) {
            return RenderRequest.ofTemplate(template);
        }
        if (design != null && template == null) {
            return RenderRequest.ofDesign(design);
        }
        throw settings.wrong("either TEMPLATE or --design is right, not " + (design == null ? "none" : "both"));
    }

    private BatchOptions options() {
        try {
            return BatchOptions.standard()
                    .withPlan(plan)
                    .withParallelism(parallel)
                    .withTimeout(Duration.ofSeconds(timeout));
        } catch (IllegalArgumentException e) {
            throw settings.wrong(String.valueOf(e.getMessage()));
        }
    }
}
