package dev.canvelete.cli.validate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.engine.EngineOptions;
import dev.canvelete.cli.input.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a design. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Explains a design: what is wrong with it, which fields nobody knows, which fonts are missing,"
                + " what lies off the canvas, and which data it needs.",
        footerHeading = "%n",
        footer = "Exit codes: 0 it can be drawn, 1 it cannot, 2 wrong usage.")
public final class ValidateCommand implements Callable<Integer> {
    private final Console console;
    private final Input input;

    @Parameters(paramLabel = "DESIGN", description = "a design's file, - for stdin, or a sample's name")
    private String design = "";

    @Option(
            names = {"-d", "--data"},
            paramLabel = "FILE",
            description = "a JSON object to draw it with; without it, no data is taken to be missing")
    private @Nullable String data;

    @Option(names = "--json", description = "write it as JSON")
    private boolean json;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    /** The command with its console. */
    public ValidateCommand(Console console) {
        this.console = console;
        this.input = new Input(console);
    }

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        List<String> needs = new ArrayList<>();
        String what = design;
        try {
            Design read = input.design(design);
            what = read.toString();
            Canvas canvas = new Canvas(read);
            findings.addAll(canvas.findings());
            try (RenderEngine engine = engines.create(input.folder(design))) {
                Trial trial = new Trial(engine, read);
                needs.addAll(trial.needs());
                canvas.ownKeys().stream().filter(k -> !needs.contains(k)).forEach(needs::add);
                findings.addAll(trial.findings(record()));
            }
        } catch (DesignException e) {
            for (Fault fault : e.faults()) {
                findings.add(new Finding(Finding.Kind.ERROR, fault.path(), fault.message()));
            }
        }
        boolean valid = findings.stream().noneMatch(f -> f.kind() == Finding.Kind.ERROR);
        if (json) {
            sayJson(valid, findings, needs);
        } else {
            say(what, valid, findings, needs);
        }
        return valid ? ExitCode.DONE : ExitCode.FAILED;
    }

    private @Nullable ObjectNode record() {
        if (data != null) {
            return input.object(data);
        }
        return Input.isSample(design) ? SampleDesigns.data(design) : null;
    }

    private void sayJson(boolean valid, List<Finding> findings, List<String> needs) {
        ObjectNode report = Json.object().put("valid", valid);
        report.set("findings", Json.tree(findings));
        report.set("data", Json.tree(needs));
        console.say(report.toString());
    }

    private void say(String what, boolean valid, List<Finding> findings, List<String> needs) {
        console.say(console.paint().strong(what));
        for (Finding finding : findings) {
            String kind = finding.kind().wireName().replace('_', ' ');
            String label = finding.kind() == Finding.Kind.ERROR
                    ? console.paint().bad(kind)
                    : console.paint().warning(kind);
            console.say("  " + label + "  " + (finding.place().isEmpty() ? "" : finding.place() + ": ")
                    + finding.message());
        }
        console.say("  data  " + (needs.isEmpty() ? "none needed" : String.join(", ", needs)));
        console.say("  "
                + (valid
                        ? console.paint().good("can be drawn")
                        : console.paint().bad("cannot be drawn")));
    }
}
