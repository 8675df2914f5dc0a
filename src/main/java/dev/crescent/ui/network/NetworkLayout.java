package dev.crescent.ui.network;

import dev.crescent.insight.UnitFields;
import java.util.ArrayList;
import java.util.List;

/// Where everything lies: cards in a row, below each a column of units. Pure geometry, in pixels of the view.
///
/// @param cards one a card, in the structure's order
/// @param size how much the cards of layers with units can show
/// @param pluses between neighboring cards; number i lies before card i + 1
/// @param columns one a column of the structure
/// @param shapes room below each card for the shape that its layer gives out; empty where no images come in
record NetworkLayout(List<Box> cards, CardSize size, List<Box> pluses, List<Column> columns, List<Box> shapes) {
    static final double PADDING = 16;
    static final double CARDS_TOP = 40;
    static final double CARD_HEIGHT = 56;
    static final double PICTURE_TOP = CARDS_TOP + CARD_HEIGHT;
    static final double PILL = 40;
    static final double PLUS = 20;
    static final double UNITS_TOP = PICTURE_TOP + 14;
    static final double UNITS_BOTTOM = 13;
    /// From this width of the view on there is room for large cards and thumbnails.
    private static final double LARGE = 780;
    private static final int[] SIDES = {64, 56, 48, 40, 32, 24, 20, 16};
    /// Squares that are smaller than all of these, where a layer's units have no room for them: still a picture each.
    private static final int SMALLEST = 10;
    private static final double SMALL_GAP = 2;
    /// More units than these are many, and bars where they have no room.
    private static final int MANY = 16;
    private static final double BAR_GAP = 2;
    private static final double BAR_LEAST = 8;
    private static final double BAR_MOST = 17;
    private static final double SLIVER = 3;
    /// The line below a column that says how many units are not shown.
    static final double MORE = 24;
    /// Where that line begins: below the last unit's dot.
    static final double MORE_GAP = 7;
    /// How near the view's edge names and values beside the outer columns may come.
    static final double EDGE = 8;
    /// The least room beside the outer columns that many layers leave to names and values.
    private static final double LEAST_NAMES = 48;
    private static final double LEAST_PLUS = 16;

    NetworkLayout {
        cards = List.copyOf(cards);
        pluses = List.copyOf(pluses);
        columns = List.copyOf(columns);
        shapes = List.copyOf(shapes);
    }

    /// How much a card shows: what fits of function and count, or only a number.
    enum CardSize {
        LARGE(144, 144, 24), FULL(116, 64, 24), TINY(40, 40, Double.NEGATIVE_INFINITY);

        final double most;
        final double least;
        final double leastGap;

        CardSize(double most, double least, double leastGap) {
            this.most = most;
            this.least = least;
            this.leastGap = leastGap;
        }
    }

    /// A row of cards: how wide they are, the middles of the first and last one, and the gaps.
    record Row(CardSize size, double width, double first, double last, double gap) {}

    /// A column of units, in several rows where they lie in a grid.
    ///
    /// @param shown how many of its units there is room for
    /// @param bars whether the units are flat bars instead of squares
    /// @param across units beside each other; 1 but in a grid
    /// @param pitch from one unit to the next beside it
    record Column(double centerX, double top, double width, double height, double gap, int shown, boolean bars,
                  int across, double pitch) {
        Column(double centerX, double top, double width, double height, double gap, int shown, boolean bars) {
            this(centerX, top, width, height, gap, shown, bars, 1, 0);
        }

        Box unit(int index) {
            return new Box(left() + index % across * pitch, top + index / across * (height + gap), width, height);
        }

        /// Where all links enter and leave a unit, before they spread.
        double portY(int index) {
            return unit(index).centerY();
        }

        double left() {
            return centerX - ((across - 1) * pitch + width) / 2;
        }

        double right() {
            return 2 * centerX - left();
        }

        double bottom() {
            return unit(shown - 1).bottom();
        }

        /// The unit at a place, or -1.
        int unitAt(double x, double y) {
            if (x < left() || x > right() || y < top) {
                return -1;
            }
            int beside = across == 1 ? 0 : Math.min(across - 1, (int) ((x - left()) / pitch));
            int index = (int) ((y - top) / (height + gap)) * across + beside;
            return index < shown && y <= unit(index).bottom() && x <= unit(index).right() ? index : -1;
        }
    }

    /// @param left the room that the features' names ask for beside their units
    /// @param right the room that the outputs' names and values ask for beside theirs
    static NetworkLayout of(Structure structure, double width, double height, double left, double right) {
        if (structure.seesImages()) {
            return ImageLayout.of(structure, width, height, right);
        }
        List<Structure.Item> items = structure.items();
        boolean large = width >= LARGE;
        // The thumbnails' size depends on the columns' pitch, and the outer columns' places on the thumbnails' size.
        double half = large ? 32 : 24;
        double lack = -row(items, CardSize.TINY, width, left + half, right + half).gap() * (items.size() - 1);
        double toRight = Math.max(Math.min(right, LEAST_NAMES), right - Math.max(0, lack));
        double toLeft = Math.max(Math.min(left, LEAST_NAMES), left - Math.max(0, lack - (right - toRight)));
        Row guess = row(items, width, toLeft + half, toRight + half);
        int limit = (int) Math.clamp((guess.gap() + guess.width()) * 0.52, 16, 64);
        List<Integer> units = structure.columns().stream().map(Structure.Column::units).toList();
        double free = Math.max(SLIVER, height - UNITS_TOP - UNITS_BOTTOM);
        int side = side(units, free, limit, large);
        half = Math.max(side, 16) / 2.0;
        Row row = row(items, guess.size(), width, toLeft + half, toRight + half);
        List<Box> cards = cards(items, row);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).isPill()) {
                int c = items.get(i).column();
                columns.add(column(cards.get(i).centerX(), units.get(c), free, side, limit));
            }
        }
        return new NetworkLayout(cards, row.size(), pluses(cards), columns, List.of());
    }

    /// The row with the largest cards that leave room for a plus between them.
    ///
    /// @param left what lies on the left of the first column's middle, names included
    static Row row(List<Structure.Item> items, double width, double left, double right) {
        for (CardSize size : CardSize.values()) {
            Row row = row(items, size, width, left, right);
            if (row.gap() >= size.leastGap && (size != CardSize.LARGE || width >= LARGE)) {
                return row;
            }
        }
        return row(items, CardSize.TINY, width, left, right);
    }

    private static Row row(List<Structure.Item> items, CardSize size, double width, double left, double right) {
        double card = size.most;
        Row row = row(items, size, card, width, left, right);
        while (row.gap() < size.leastGap && card > size.least) {
            card--;
            row = row(items, size, card, width, left, right);
        }
        return row;
    }

    private static Row row(List<Structure.Item> items, CardSize size, double card, double width, double left,
                           double right) {
        double first = Math.max(PADDING + card / 2, EDGE + left);
        double last = Math.max(first + card, width - Math.max(PADDING + card / 2, EDGE + right));
        double taken = items.stream().mapToDouble(item -> item.isPill() ? PILL : card).sum();
        double room = last - first + card;
        return new Row(size, card, first, last, items.size() < 2 ? room : (room - taken) / (items.size() - 1));
    }

    static List<Box> cards(List<Structure.Item> items, Row row) {
        List<Box> cards = new ArrayList<>();
        double x = row.first() - row.width() / 2;
        for (Structure.Item item : items) {
            double w = item.isPill() ? PILL : row.width();
            cards.add(new Box(Math.rint(x), CARDS_TOP, w, CARD_HEIGHT));
            x += w + row.gap();
        }
        return cards;
    }

    static List<Box> pluses(List<Box> cards) {
        List<Box> pluses = new ArrayList<>();
        for (int i = 1; i < cards.size(); i++) {
            double middle = (cards.get(i - 1).right() + cards.get(i).x()) / 2;
            double side = Math.clamp(Math.floor(cards.get(i).x() - cards.get(i - 1).right() - 4), LEAST_PLUS, PLUS);
            pluses.add(new Box(Math.rint(middle - side / 2), CARDS_TOP + (CARD_HEIGHT - side) / 2, side, side));
        }
        return pluses;
    }

    /// The side of all thumbnails, from the largest layer that can have them; 0 where none can. Beside smaller squares it is
    /// at most twice theirs.
    private static int side(List<Integer> units, double free, int limit, boolean large) {
        int most = units.stream().filter(n -> fits(n, 16, free)).max(Integer::compare).orElse(0);
        int small = units.stream().filter(n -> !fits(n, 16, free)).map(n -> smallSide(n, free)).filter(n -> n > 0)
                .min(Integer::compare).orElse(limit);
        for (int side : SIDES) {
            boolean allowed = side <= Math.min(limit, 2 * small) && (side < 56 || large) && (side < 64 || most <= 6);
            if (most > 0 && allowed && fits(most, side, free)) {
                return side;
            }
        }
        return 0;
    }

    private static boolean fits(int units, int side, double free) {
        return units <= MANY && units * side + (units - 1) * leastGap(units) <= free;
    }

    /// The side of the squares of a layer that is too large for those of the others; 0 where they could not be seen.
    private static int smallSide(int units, double free) {
        int side = (int) Math.min(16, (free + SMALL_GAP) / units - SMALL_GAP);
        return units <= MANY && side >= SMALLEST ? side : 0;
    }

    private static double leastGap(int units) {
        return units <= 8 ? 8 : units <= 10 ? 6 : 4;
    }

    private static Column column(double x, int units, double free, int side, int limit) {
        boolean square = side > 0 && fits(units, side, free);
        if (!square && units > UnitFields.MOST_UNITS) {
            return UnitGrid.fewOf(x, units, UNITS_TOP, free, side > 0 ? side : Math.min(24, limit), 1);
        }
        int small = square ? side : smallSide(units, free);
        if (small == 0) {
            return barColumn(x, units, free, Math.min(48, limit));
        }
        double spare = free - units * small - (units - 1) * leastGap(units);
        double gap = spare < 0 ? leastGap(units) + spare / (units - 1)
                : leastGap(units) + Math.min(28, 0.375 * spare / (units + 1));
        double span = units * small + (units - 1) * gap;
        return new Column(x, Math.rint(UNITS_TOP + (free - span) / 2), small, small, gap, units, false);
    }

    private static Column barColumn(double x, int units, double free, double width) {
        double gap = BAR_GAP;
        double height = Math.min(BAR_MOST, (free + gap) / units - gap);
        int shown = units;
        if (height < BAR_LEAST) {
            gap = 1;
            height = Math.clamp((free + gap) / units - gap, SLIVER, BAR_LEAST);
            shown = Math.min(units, Math.max(1, (int) ((free + gap + 1e-6) / (height + gap))));
        }
        double span = shown * (height + gap) - gap;
        return new Column(x, UNITS_TOP + (free - span) / 2, width, height, gap, shown, true);
    }

    /// The column and unit at a place, or null.
    @org.jspecify.annotations.Nullable
    UnitRef unitAt(double x, double y) {
        for (int c = 0; c < columns.size(); c++) {
            int unit = columns.get(c).unitAt(x, y);
            if (unit >= 0) {
                return new UnitRef(c, unit);
            }
        }
        return null;
    }

    /// A unit's bias dot; bars have a small one inside their lower left corner, so that most of a bar is the unit.
    Box biasDot(int column, int unit) {
        Column c = columns.get(column);
        Box box = c.unit(unit);
        double r = c.bars() ? Math.clamp(c.height() / 4 - 0.5, 1, 3) : c.width() >= 32 ? 6 : c.width() >= 24 ? 4 : c.width() >= 16 ? 3 : 2;
        double x = c.bars() ? box.x() + r + 1 : box.x() + 1.5;
        double y = c.bars() ? box.bottom() - r - 1 : box.bottom() - 2.5;
        return new Box(x - r, y - r, 2 * r, 2 * r);
    }

    /// Whether a place is on a unit's bias dot or near enough.
    boolean isBias(int column, int unit, double x, double y) {
        Box dot = biasDot(column, unit);
        double near = columns.get(column).bars() ? 1 : 2;
        return Math.hypot(x - dot.centerX(), y - dot.centerY()) <= dot.width() / 2 + near;
    }
}
