package dev.canvelete.client;

import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.client.files.FileNames;
import dev.canvelete.client.files.UsedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names the files of results. */
final class ResultFiles {
    private final FileNames names;

    ResultFiles(String template) {
        this.names = FileNames.parse(template);
    }

    /** A file for each result; null for one without a file. A failed render does not change the names of the others. */
    List<@Nullable String> of(List<RenderRequest> requests, List<RenderResult> results) {
        UsedNames used = new UsedNames();
        List<@Nullable String> files = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            RenderRequest request = requests.get(i);
            String name = used.unique(
                    names.expand(i + 1L, Objects.requireNonNullElseGet(request.dynamicData(), Json::object)));
            OutputFormat format = Objects.requireNonNullElse(request.format(), OutputFormat.PNG);
            files.add(BatchResults.isSuccess(results.get(i)) ? name + "." + format.extension() : null);
        }
        return files;
    }
}
