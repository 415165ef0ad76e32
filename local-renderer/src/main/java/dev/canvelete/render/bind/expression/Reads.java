package dev.canvelete.render.bind.expression;

import java.util.LinkedHashSet;
import java.util.Set;

/** Collects, while a template is parsed, which data it may read. */
final class Reads {
    final Set<String> roots = new LinkedHashSet<>();
    final Set<String> paths = new LinkedHashSet<>();

    /** @param loops how many loops the path stands in: there its first name may be a field of an item */
    void add(String root, String path, int loops) {
        if (!root.startsWith("@")) {
            roots.add(root);
            if (loops == 0) {
                paths.add(path);
            }
        }
    }
}
