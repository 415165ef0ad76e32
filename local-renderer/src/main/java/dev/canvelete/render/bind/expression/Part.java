package dev.canvelete.render.bind.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a template. Immutable. */
sealed interface Part {
    /** Text that stands as it is. */
    record Text(String text) implements Part {}

    /** <code>{{expr}}</code>. */
    record Output(Expr expr) implements Part {}

    /** An {@code if} or {@code unless}: the first branch whose condition holds, or {@code otherwise}. */
    record If(List<Branch> branches, List<Part> otherwise) implements Part {}

    /** What an {@code if} or {@code else if} leads to. */
    record Branch(Expr condition, List<Part> body) {}

    /** An {@code each}: the body for every item, or {@code otherwise} (null when there is no {@code else}). */
    record Each(Expr list, List<Part> body, @Nullable List<Part> otherwise) implements Part {}
}
