package dev.canvelete.api.design;

import dev.canvelete.api.error.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A design is malformed. Each fault names its field and what would be right there. */
public final class DesignException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    DesignException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, in the order of the design. */
    public List<Fault> faults() {
        return faults;
    }
}
