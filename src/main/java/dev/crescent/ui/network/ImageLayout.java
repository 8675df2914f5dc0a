package dev.crescent.ui.network;

import dev.crescent.ui.ShapeText;
import java.util.ArrayList;
import java.util.List;

/// Where everything lies in a network that sees images: below the cards a line with what each layer gives out, below that
/// the units, in grids where their weights are pictures. Pure geometry.
final class ImageLayout {
    /// An image as it comes in, twice the size of a digit of MNIST.
    private static final double IMAGE = 56;
    private static final double LINE = 17;
    /// About the width of a character of a shape, written closely.
    private static final double CHARACTER = 7.5;
    /// The part of the room between two columns that units may take; the rest is for the bands between them.
    private static final double SHARE = 0.72;
    private static final double SMALL = 20;
    private static final int LARGE_TEMPLATE = 84;

    /// The part of the width that templates may take.
    private static final double TEMPLATES = 0.42;

    private ImageLayout() {}

    /// @param names the room that the outputs' names and values ask for beside them
    static NetworkLayout of(Structure structure, double width, double height, double names) {
        List<Structure.Item> items = structure.items();
        Structure.Picture templates = structure.columns().size() == 2 ? structure.columns().getLast().picture() : null;
        UnitGrid.Wanted wanted = templates == null ? new UnitGrid.Wanted(14, 32, 16, 1, 1)
                : new UnitGrid.Wanted(16, LARGE_TEMPLATE, 24, 3, templates.rows());
        double free = Math.max(16, height - NetworkLayout.UNITS_TOP - NetworkLayout.UNITS_BOTTOM - LINE);
        int outputs = structure.columns().getLast().units();
        NetworkLayout.Column guess = UnitGrid.of(0, 0, free, TEMPLATES * width, outputs, wanted, names);
        NetworkLayout.Row row = NetworkLayout.row(items, width, SMALL, names + guess.right());
        List<Box> cards = NetworkLayout.cards(items, row);
        List<Box> shapes = shapes(structure, cards, width);
        double top = shapes.stream().mapToDouble(Box::bottom).max().orElse(NetworkLayout.PICTURE_TOP)
                + NetworkLayout.UNITS_TOP - NetworkLayout.PICTURE_TOP - 4;
        free = Math.max(16, height - top - NetworkLayout.UNITS_BOTTOM);
        double[] centers = items.stream().filter(item -> !item.isPill())
                .mapToDouble(item -> cards.get(items.indexOf(item)).centerX()).toArray();
        double side = Math.min(row.size() == NetworkLayout.CardSize.TINY ? 2 * SMALL : IMAGE, free);
        List<NetworkLayout.Column> columns = new ArrayList<>();
        columns.add(new NetworkLayout.Column(centers[0], Math.rint(top + (free - side) / 2), side, side, 0, 1, false));
        NetworkLayout.Column last = UnitGrid.of(centers[centers.length - 1], top, free, TEMPLATES * width, outputs, wanted, names);
        for (int c = 1; c < centers.length - 1; c++) {
            double left = c == 1 ? centers[1] - columns.getFirst().right() : (centers[c] - centers[c - 1]) / 2;
            double right = c == centers.length - 2 ? last.left() - centers[c] : (centers[c + 1] - centers[c]) / 2;
            columns.add(UnitGrid.of(centers[c], top, free, 2 * SHARE * Math.min(left, right),
                    structure.columns().get(c).units(), wanted(structure, c), 0));
        }
        columns.add(last);
        return new NetworkLayout(cards, row.size(), NetworkLayout.pluses(cards), columns, shapes);
    }

    /// Units that are joined by links of their own stand in one column, so that each link can be seen.
    private static UnitGrid.Wanted wanted(Structure structure, int c) {
        Structure.Column column = structure.columns().get(c);
        boolean joined = column.weightOffset() >= 0 || structure.columns().get(c + 1).weightOffset() >= 0;
        int across = joined && column.units() <= 16 ? 1 : 4;
        Structure.Picture picture = column.picture();
        if (picture == null) {
            return new UnitGrid.Wanted(14, 24, 16, Math.min(3, across), 1);
        }
        return picture.rows() > 15 ? new UnitGrid.Wanted(24, 56, 36, across, picture.rows())
                : new UnitGrid.Wanted(16, 48, 24, across, picture.rows());
    }

    /// Places for the shapes, in two lines by turns where one is too narrow.
    private static List<Box> shapes(Structure structure, List<Box> cards, double width) {
        boolean narrow = false;
        for (int i = 1; i < cards.size(); i++) {
            double room = cards.get(i).centerX() - cards.get(i - 1).centerX();
            narrow |= (wide(structure, i) + wide(structure, i - 1)) / 2 + 8 > room;
        }
        int step = narrow ? 2 : 1;
        List<Box> shapes = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            double x = cards.get(i).centerX();
            double left = i < step ? 2 * (x - 4) : x - cards.get(i - step).centerX() - 4;
            double right = i + step >= cards.size() ? 2 * (width - 4 - x) : cards.get(i + step).centerX() - x - 4;
            double room = Math.min(Math.max(left, 0), Math.max(right, 0));
            shapes.add(new Box(x - room / 2, NetworkLayout.PICTURE_TOP + 2 + i % step * LINE, room, LINE));
        }
        return shapes;
    }

    private static double wide(Structure structure, int item) {
        return CHARACTER * close(ShapeText.of(structure.shapeOf(item))).length();
    }

    /// A shape without spaces: "8×24×24".
    static String close(String shape) {
        return shape.replace(" ", "");
    }
}
