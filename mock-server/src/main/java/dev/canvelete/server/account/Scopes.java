package dev.canvelete.server.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a key may do, as names such as {@code designs:read}. A key without any may do everything, and writing in an area
 * includes reading there.
 *
 * @param names in alphabetical order
 */
public record Scopes(List<String> names) {
    private static final Scopes ALL = new Scopes(List.of());

    /** @throws IllegalArgumentException if a name is none of {@link #known} */
    public Scopes {
        SortedSet<String> sorted = new TreeSet<>(names);
        SortedSet<String> unknown = new TreeSet<>(sorted);
        unknown.removeAll(known());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown scope " + unknown.first() + "; right are " + String.join(", ", known()));
        }
        names = List.copyOf(sorted);
    }

    /** Everything. */
    public static Scopes all() {
        return ALL;
    }

    /** Every name that there is. */
    public static List<String> known() {
        return Arrays.stream(Area.values())
                .flatMap(area -> Stream.of(area.read(), area.write()))
                .toList();
    }

    /** Whether they allow reading or, with {@code write}, changing what is in that area. */
    public boolean allow(Area area, boolean write) {
        return names.isEmpty() || names.contains(area.write()) || (!write && names.contains(area.read()));
    }

    /** Whether they allow all that the other scopes do. */
    public boolean include(Scopes other) {
        if (names.isEmpty()) {
            return true;
        }
        return !other.names.isEmpty() && covered(other.names);
    }

    private boolean covered(Collection<String> wanted) {
        return wanted.stream()
                .allMatch(name -> names.contains(name) || names.contains(name.replace(":read", ":write")));
    }

    /** A part of the service. */
    public enum Area {
        DESIGNS,
        TEMPLATES,
        RENDER,
        APIKEYS,
        ASSETS,
        USAGE,
        BILLING,
        WEBHOOKS;

        /** The scope that allows reading in it. */
        public String read() {
            return name().toLowerCase(Locale.ROOT) + ":read";
        }

        /** The scope that allows changing what is in it. */
        public String write() {
            return name().toLowerCase(Locale.ROOT) + ":write";
        }
    }
}
