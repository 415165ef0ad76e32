package dev.canvelete.api.engine;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** One render cannot be done. Its message names the place and is fit to be shown to whoever asked for the render. */
public final class RenderException extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient List<Fault> faults;

    public RenderException(ErrorCode code, List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    public RenderException(ErrorCode code, String path, String message) {
        this(code, List.of(new Fault(path, message)));
    }

    public RenderException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.faults = List.of(new Fault("", message));
    }

    /** What kind of failure it is. */
    public ErrorCode code() {
        return code;
    }

    /** Everything that is wrong, each with its place. */
    public List<Fault> faults() {
        return faults;
    }
}
