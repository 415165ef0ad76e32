package dev.canvelete.client.error;

import dev.canvelete.api.render.RenderResult;
import java.util.List;

/** Some renders of a batch did not succeed, and the caller asked for all or nothing. */
public final class BatchFailedException extends CanveleteException {
    private static final long serialVersionUID = 1;

    private final transient List<RenderResult> failed;

    public BatchFailedException(String message, List<RenderResult> failed) {
        super(message, null);
        this.failed = List.copyOf(failed);
    }

    /** The renders that did not succeed, in the order of the request. */
    public List<RenderResult> failed() {
        return failed;
    }
}
