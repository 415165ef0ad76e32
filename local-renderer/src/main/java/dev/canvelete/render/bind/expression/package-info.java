/**
 * The {@code {{…}}} language of designs: compiled once, evaluated for each record, unable to reach anything but its data.
 *
 * <p>Operators and methods mean what they mean in JavaScript. Where a picture needs something else, it differs:
 *
 * <ul>
 *   <li>What is missing or null is empty as text, also beside {@code +}, and stays so in methods and filters; computing
 *       with what is missing gives what is missing. An object as text is its JSON. An empty list counts as false.
 *   <li>Text methods work on numbers, {@code toFixed} and number filters on text that reads as a number.
 *   <li>A name within an {@code each} is a field of the item, or else what it is outside.
 *   <li><code>{{first name}}</code> and <code>{{first-name}}</code> are data of that very name, if there is any;
 *       <code>{{this["first name"]}}</code> works for every name.
 *   <li>Numbers, amounts and dates are written as en-US has it, dates in the offset that they come with. What is no
 *       number or date passes through a filter as it is, and the evaluation reports it as invalid.
 *   <li>A tag of a block that stands alone on its line takes the line with it. Braces are written
 *       <code>{{"{{"}}</code>.
 * </ul>
 */
@NullMarked
package dev.canvelete.render.bind.expression;

import org.jspecify.annotations.NullMarked;
