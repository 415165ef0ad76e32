package dev.canvelete.render.resolve;

import dev.canvelete.api.design.Box;
import dev.canvelete.api.design.Filters;
import dev.canvelete.api.design.FontSpec;
import dev.canvelete.api.design.Padding;
import dev.canvelete.api.design.TableElement;
import dev.canvelete.api.design.TextAlign;
import dev.canvelete.api.design.TextElement;
import dev.canvelete.api.render.Warning;
import dev.canvelete.render.css.Background;
import dev.canvelete.render.css.FieldException;
import dev.canvelete.render.resolve.shape.PixelGrid;
import dev.canvelete.render.resolve.text.TextBlock;
import dev.canvelete.render.resolve.text.TextLayout;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Item;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Draws tables: cell backgrounds, then borders, then texts. */
final class Tables {
    private static final int BOLD = 700;
    private static final double LINE_HEIGHT = 1.2;

    private final TextLayout texts;
    private final TableData data;
    private final PixelGrid grid;

    Tables(TextLayout texts, TableData data, PixelGrid grid) {
        this.texts = texts;
        this.data = data;
        this.grid = grid;
    }

    /** One cell, its text laid out at the origin until its place is known. */
    private record Cell(boolean header, @Nullable String fill, TextElement text, double height) {}

    List<Item> draw(TableElement table, Consumer<Warning> warnings) throws ResourceException {
        TableContent content = data.of(table);
        int headerRows = content.header().isEmpty() ? 0 : 1;
        int rows = content.rows().size() + headerRows;
        if (rows == 0 || content.columns() == 0) {
            return List.of();
        }
        double border = grid.thickness(table.look().borderWidth());
        double around = 2 * table.look().cellPadding() + border;
        double[] widths = TableGrid.columnWidths(
                table.columnWidths(),
                content.columns(),
                around,
                Math.max(0, table.box().widthOrZero() - border));
        Cell[][] cells = new Cell[rows][content.columns()];
        double[] natural = new double[rows];
        boolean[] asked = new boolean[rows];
        for (int r = 0; r < rows; r++) {
            int body = r - headerRows;
            for (int c = 0; c < content.columns(); c++) {
                String text = body < 0
                        ? content.header().get(c)
                        : content.rows().get(body).get(c);
                cells[r][c] = cell(table, text, body, c, widths[c] - around);
                natural[r] = Math.max(natural[r], cells[r][c].height + around);
            }
            double height = body >= 0 && body < table.rowHeights().size()
                    ? table.rowHeights().get(body)
                    : 0;
            asked[r] = height > 0;
            natural[r] = Math.max(natural[r], asked[r] ? height : 0);
        }
        double[] heights =
                TableGrid.rowHeights(natural, asked, Math.max(0, table.box().heightOrZero() - border));
        TableGrid lines = TableGrid.of(table.box().x() + border / 2, table.box().y() + border / 2, widths, heights);
        return items(table, cells, lines, border, warnings);
    }

    private Cell cell(TableElement table, String text, int row, int column, double width) {
        TableElement.Look look = table.look();
        boolean header = row < 0 || (table.hasVerticalHeader() && column == 0);
        String fill = header
                ? look.headerBackground()
                : row % 2 == 1 && look.alternateRowColor() != null ? look.alternateRowColor() : table.fill();
        String color = header ? look.headerTextColor() : look.cellTextColor();
        FontSpec font = header
                ? new FontSpec(
                        table.font().family(),
                        table.font().size(),
                        BOLD,
                        table.font().italic())
                : table.font();
        TextAlign align = header ? look.headerAlignment() : look.cellAlignment();
        // White space collapses in a cell, as it does in HTML.
        String words = text.strip().replaceAll("\\s+", " ");
        TextElement element = text(words, font, color, align, cellBox(table.box(), 0, 0, Math.max(1, width)));
        return new Cell(header, fill, element, texts.layoutWholeWords(element).height());
    }

    private static Box cellBox(Box table, double x, double y, double width) {
        return new Box(table.place(), table.id(), table.name(), x, y, width, null, 0, 1, true);
    }

    private static TextElement text(String text, FontSpec font, String color, TextAlign align, Box box) {
        return new TextElement(
                box,
                text,
                font,
                color,
                align,
                TextElement.VerticalAlign.TOP,
                "none",
                TextElement.Transform.NONE,
                LINE_HEIGHT,
                0,
                null,
                null,
                new Padding(0, 0, 0, 0),
                false,
                1,
                Filters.NONE);
    }

    private List<Item> items(
            TableElement table, Cell[][] cells, TableGrid lines, double border, Consumer<Warning> warnings) {
        List<Item> items = new ArrayList<>();
        List<Item> contents = new ArrayList<>();
        double padding = table.look().cellPadding() + border / 2;
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < cells[r].length; c++) {
                Cell cell = cells[r][c];
                Rectangle2D area = snapped(lines, r, c);
                String field = cell.header ? "tableHeaderBackground" : "fill";
                FieldException.reading(
                                field,
                                () -> Background.paint(
                                        cell.fill, area.getX(), area.getY(), area.getWidth(), area.getHeight()))
                        .ifPresent(paint -> items.add(new Fill(new Path2D.Double(area), paint)));
                double free = lines.y()[r + 1] - lines.y()[r] - 2 * padding - cell.height;
                Box at = cellBox(
                        table.box(),
                        lines.x()[c] + padding,
                        lines.y()[r] + padding + Math.max(0, free) / 2,
                        cell.text.box().widthOrZero());
                TextBlock block = texts.layoutWholeWords(
                        text(cell.text.text(), cell.text.font(), cell.text.color(), cell.text.align(), at));
                block.warnings().forEach(warnings);
                contents.addAll(block.items());
            }
        }
        borders(table, lines, border, items);
        items.addAll(contents);
        return items;
    }

    private Rectangle2D snapped(TableGrid lines, int row, int column) {
        double left = grid.snap(lines.x()[column]);
        double top = grid.snap(lines.y()[row]);
        return new Rectangle2D.Double(
                left, top, grid.snap(lines.x()[column + 1]) - left, grid.snap(lines.y()[row + 1]) - top);
    }

    private void borders(TableElement table, TableGrid lines, double border, List<Item> items) {
        if (border <= 0) {
            return;
        }
        double left = grid.snap(lines.x()[0] - border / 2);
        double top = grid.snap(lines.y()[0] - border / 2);
        double right = grid.snap(lines.x()[lines.x().length - 1] - border / 2) + border;
        double bottom = grid.snap(lines.y()[lines.y().length - 1] - border / 2) + border;
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (double x : lines.x()) {
            path.append(new Rectangle2D.Double(grid.snap(x - border / 2), top, border, bottom - top), false);
        }
        for (double y : lines.y()) {
            path.append(new Rectangle2D.Double(left, grid.snap(y - border / 2), right - left, border), false);
        }
        FieldException.reading(
                        "tableBorderColor",
                        () -> Background.paint(table.look().borderColor(), left, top, right - left, bottom - top))
                .ifPresent(paint -> items.add(new Fill(path, paint)));
    }
}
