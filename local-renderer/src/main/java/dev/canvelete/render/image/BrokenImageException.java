package dev.canvelete.render.image;

import dev.canvelete.api.error.Fault;
import dev.canvelete.render.resource.ResourceException;

/** An image that was shown without looking at its pixels turns out to be damaged when they are wanted after all. */
public final class BrokenImageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    BrokenImageException(ResourceException reason) {
        super(reason);
        this.fault = new Fault("", String.valueOf(reason.getMessage()));
    }

    private BrokenImageException(Fault fault, BrokenImageException cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    /**
     * The same, with the place that shows the image.
     *
     * @param path of the field that names it
     * @param what is shown there
     */
    public BrokenImageException at(String path, String what) {
        return new BrokenImageException(new Fault(path, what + ": " + fault.message()), this);
    }

    /** What is wrong, and where. */
    public Fault fault() {
        return fault;
    }
}
