package dev.canvelete.benchmarks.work;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One way of making files of records. */
@FunctionalInterface
public interface Renderer {
    /** The file of a record. */
    byte[] render(ObjectNode data) throws Exception;
}
