package dev.canvelete.render.font;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.engine.FontInfo;
import dev.canvelete.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All fonts that there are: those in the jar, and those that the user adds; never the system's. Files are parsed when
 * they are first needed, once, for all threads. Thread-safe.
 */
public final class FontBook {
    private static final FontBook BUNDLED = new FontBook(readIndex());

    /** The families that a generic name of CSS, or the kind of a family that is not there, stands for. */
    private static final Map<String, String> GENERIC = Map.of(
            "sans-serif", "inter",
            "system-ui", "inter",
            "ui-sans-serif", "inter",
            "serif", "dejavu serif",
            "ui-serif", "dejavu serif",
            "monospace", "dejavu sans mono",
            "ui-monospace", "dejavu sans mono",
            "cursive", "dancing script");

    private final Map<String, FontFamily> families;
    private final List<FontFamily> fallbacks;
    private final Map<Request, FontStack> stacks = new ConcurrentHashMap<>();
    private final Map<FaceKey, FontFace> faces = new ConcurrentHashMap<>();

    /** Requests are few, as designs are; a caller who makes them up must not fill the memory. */
    private static final int MOST_STACKS = 10_000;

    private record Request(String families, int weight, boolean italic) {}

    private record FaceKey(FontFile file, boolean slanted, boolean emboldened) {}

    private record IndexedFamily(FontFamily family, boolean fallback) {}

    /**
     * A font file of the user's.
     *
     * @param file its name, for people
     * @param content TTF, OTF or WOFF 1; shared, not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
    public record UserFont(String file, byte[] content) {}

    private FontBook(List<IndexedFamily> index) {
        this(
                index.stream().map(IndexedFamily::family).toList(),
                index.stream()
                        .filter(IndexedFamily::fallback)
                        .map(IndexedFamily::family)
                        .toList());
    }

    private FontBook(Collection<FontFamily> families, List<FontFamily> fallbacks) {
        this.families = new LinkedHashMap<>();
        families.forEach(family -> this.families.put(key(family.name()), family));
        this.fallbacks = List.copyOf(fallbacks);
    }

    /** The fonts in the jar. */
    public static FontBook bundled() {
        return BUNDLED;
    }

    /**
     * These fonts and the user's. A family of the user's hides the one of the same name.
     *
     * @throws FontException naming the file, if one is malformed
     */
    public FontBook with(List<UserFont> fonts) {
        Map<String, List<FontFamily.Cut>> cuts = new LinkedHashMap<>();
        for (UserFont font : fonts) {
            FontProgram program = FontProgram.parse(font.file(), font.content());
            FontNames names = program.names();
            cuts.computeIfAbsent(names.family(), name -> new ArrayList<>())
                    .add(new FontFamily.Cut(names.weight(), names.italic(), List.of(new FontFile(program))));
        }
        List<FontFamily> all = new ArrayList<>(families.values());
        cuts.forEach((name, list) -> all.add(new FontFamily(name, "sans-serif", list)));
        return new FontBook(all, fallbacks);
    }

    /** The names of all families, as they are spelled. */
    public List<String> families() {
        return families.values().stream().map(FontFamily::name).toList();
    }

    /** All families with their weights and styles. */
    public List<FontInfo> catalogue() {
        return families.values().stream().map(FontFamily::info).toList();
    }

    /**
     * The faces for a text.
     *
     * @param familyList a family, or a CSS list of them; names are matched whatever their case
     * @param weight 1..1000
     */
    public FontStack stack(String familyList, int weight, boolean italic) {
        Request request = new Request(familyList, weight, italic);
        FontStack known = stacks.get(request);
        if (known == null) {
            known = choose(request);
            if (stacks.size() < MOST_STACKS) {
                stacks.put(request, known);
            }
        }
        return known;
    }

    private FontStack choose(Request request) {
        List<String> asked = Stream.of(request.families.split(","))
                .map(name -> name.strip().replaceAll("^[\"']|[\"']$", ""))
                .filter(name -> !name.isEmpty())
                .toList();
        Set<FontFamily> chosen = new LinkedHashSet<>();
        String missing = null;
        for (String name : asked) {
            FontFamily family = find(name);
            if (family != null) {
                chosen.add(family);
            } else if (missing == null && name.equals(asked.getFirst())) {
                missing = name;
            }
        }
        chosen.add(standIn(
                chosen.isEmpty()
                        ? kind(request.families)
                        : chosen.iterator().next().kind()));
        chosen.addAll(fallbacks);
        return new FontStack(
                chosen.stream().flatMap(family -> faces(family, request)).toList(),
                chosen.iterator().next().name(),
                missing);
    }

    private @Nullable FontFamily find(String name) {
        String key = key(name);
        FontFamily family = families.get(key);
        return family == null && GENERIC.containsKey(key) ? families.get(GENERIC.get(key)) : family;
    }

    private FontFamily standIn(String kind) {
        FontFamily family = families.get(GENERIC.getOrDefault(kind, "inter"));
        return family == null ? fallbacks.getFirst() : family;
    }

    /** What kind of letters a family that is not there probably has. */
    private static String kind(String families) {
        String names = key(families);
        if (names.matches(".*(mono|code|courier|consol|menlo|typewriter|terminal).*")) {
            return "monospace";
        }
        boolean serif = names.contains("serif") && !names.contains("sans")
                || names.matches(".*(times|georgia|garamond|baskerville|cambria|bodoni|palatino|book antiqua|roman).*");
        return serif ? "serif" : "sans-serif";
    }

    private Stream<FontFace> faces(FontFamily family, Request request) {
        FontFamily.Cut cut = family.match(request.weight, request.italic);
        boolean slanted = request.italic && !cut.italic();
        boolean emboldened = FontFamily.synthesisesBold(cut, request.weight);
        return cut.files().stream()
                .map(file -> faces.computeIfAbsent(
                        new FaceKey(file, slanted, emboldened), key -> new FontFace(file, slanted, emboldened)));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static List<IndexedFamily> readIndex() {
        List<IndexedFamily> index = new ArrayList<>();
        try {
            for (JsonNode family : Json.mapper().readTree(resource("fonts.json"))) {
                List<Coverage> ranges = StreamSupport.stream(
                                family.get("ranges").spliterator(), false)
                        .map(range -> Coverage.parse(range.textValue()))
                        .toList();
                List<FontFamily.Cut> cuts = new ArrayList<>();
                for (JsonNode face : family.get("faces")) {
                    List<FontFile> files = new ArrayList<>();
                    for (JsonNode file : face.get("files")) {
                        String name = file.textValue();
                        files.add(new FontFile(name, ranges.get(files.size()), () -> resource(name)));
                    }
                    cuts.add(new FontFamily.Cut(
                            face.get("weight").intValue(), face.get("italic").booleanValue(), files));
                }
                index.add(new IndexedFamily(
                        new FontFamily(
                                family.get("name").textValue(),
                                family.get("kind").textValue(),
                                cuts),
                        family.get("fallback").booleanValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return index;
    }

    private static byte[] resource(String name) {
        try (InputStream in = FontBook.class.getResourceAsStream("files/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar was built without the font file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
