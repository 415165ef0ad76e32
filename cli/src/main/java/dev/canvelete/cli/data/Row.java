package dev.canvelete.cli.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One record of a data file.
 *
 * @param number counted from 1
 * @param place where it starts, for messages: {@code people.csv:3}
 * @param position how far into the file it lies, of {@link DataFile#extent}
 * @param data empty when there is a fault
 * @param fault why the record cannot be used; null for a good one
 */
public record Row(
        long number,
        String place,
        long position,
        ObjectNode data,
        @Nullable String fault) {
    static Row good(long number, String place, long position, ObjectNode data) {
        return new Row(number, place, position, data, null);
    }

    static Row bad(long number, String place, long position, String fault) {
        return new Row(number, place, position, Json.object(), fault);
    }
}
