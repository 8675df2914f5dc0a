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
record NetworkLayout(List<Box> cards, CardSize size, List<Box> pluses, List<Column> columns) {
    static final double PADDING = 16;
    static final double CARDS_TOP = 40;
    static final double CARD_HEIGHT = 56;
    static final double PICTURE_TOP = CARDS_TOP + CARD_HEIGHT;
    static final double PILL = 40;
    static final double PLUS = 20;
    private static final double UNITS_TOP = PICTURE_TOP + 14;
    private static final double UNITS_BOTTOM = 13;
    /// From this width of the view on there is room for large cards and thumbnails.
    private static final double LARGE = 780;
    private static final int[] SIDES = {64, 56, 48, 40, 32, 24, 20, 16};
    private static final double BAR_GAP = 2;
    private static final double BAR_LEAST = 8;
    private static final double BAR_MOST = 17;
    private static final double SLIVER = 3;
    /// Of more units only the first few are shown, as squares.
    private static final int MOST_BARS = UnitFields.MOST_UNITS;
    private static final int MOST_OF_MANY = 12;
    private static final double FEW_GAP = 6;
    /// The line below a column that says how many units are not shown.
    private static final double MORE = 24;
    /// Where that line begins: below the last unit's dot.
    static final double MORE_GAP = 7;
    /// An image as it comes in.
    private static final double IMAGE = 48;
    /// How near the view's edge names and values beside the outer columns may come.
    static final double EDGE = 8;
    /// The least room beside the outer columns that many layers leave to names and values.
    private static final double LEAST_NAMES = 48;
    private static final double LEAST_PLUS = 16;

    NetworkLayout {
        cards = List.copyOf(cards);
        pluses = List.copyOf(pluses);
        columns = List.copyOf(columns);
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
    private record Row(CardSize size, double width, double first, double last, double gap) {}

    /// A column of units.
    ///
    /// @param shown how many of its units there is room for
    /// @param bars whether the units are flat bars instead of squares
    record Column(double centerX, double top, double width, double height, double gap, int shown, boolean bars) {
        Box unit(int index) {
            return new Box(centerX - width / 2, top + index * (height + gap), width, height);
        }

        /// Where all links enter and leave a unit, before they spread.
        double portY(int index) {
            return top + index * (height + gap) + height / 2;
        }

        double bottom() {
            return top + shown * (height + gap) - gap;
        }

        /// The unit at a place, or -1.
        int unitAt(double x, double y) {
            if (Math.abs(x - centerX) > width / 2 || y < top) {
                return -1;
            }
            int index = (int) ((y - top) / (height + gap));
            return index < shown && y <= unit(index).bottom() ? index : -1;
        }
    }

    /// @param left the room that the features' names ask for beside their units
    /// @param right the room that the outputs' names and values ask for beside theirs
    static NetworkLayout of(Structure structure, double width, double height, double left, double right) {
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
                columns.add(c == 0 && structure.seesImages() ? image(cards.get(i).centerX(), free, Math.max(side, limit))
                        : column(cards.get(i).centerX(), units.get(c), free, side, limit,
                                structure.seesImages() ? 0 : MOST_BARS));
            }
        }
        return new NetworkLayout(cards, row.size(), pluses(cards), columns);
    }

    /// The row with the largest cards that leave room for a plus between them.
    ///
    /// @param left what lies on the left of the first column's middle, names included
    private static Row row(List<Structure.Item> items, double width, double left, double right) {
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

    private static List<Box> cards(List<Structure.Item> items, Row row) {
        List<Box> cards = new ArrayList<>();
        double x = row.first() - row.width() / 2;
        for (Structure.Item item : items) {
            double w = item.isPill() ? PILL : row.width();
            cards.add(new Box(Math.rint(x), CARDS_TOP, w, CARD_HEIGHT));
            x += w + row.gap();
        }
        return cards;
    }

    private static List<Box> pluses(List<Box> cards) {
        List<Box> pluses = new ArrayList<>();
        for (int i = 1; i < cards.size(); i++) {
            double middle = (cards.get(i - 1).right() + cards.get(i).x()) / 2;
            double side = Math.clamp(Math.floor(cards.get(i).x() - cards.get(i - 1).right() - 4), LEAST_PLUS, PLUS);
            pluses.add(new Box(Math.rint(middle - side / 2), CARDS_TOP + (CARD_HEIGHT - side) / 2, side, side));
        }
        return pluses;
    }

    private static Column image(double x, double free, int most) {
        double side = Math.min(IMAGE, Math.min(most, free));
        return new Column(x, Math.rint(UNITS_TOP + (free - side) / 2), side, side, 0, 1, false);
    }

    /// The side of all thumbnails, from the largest layer that can have them; 0 where none can.
    private static int side(List<Integer> units, double free, int limit, boolean large) {
        int most = units.stream().filter(n -> fits(n, 16, free)).max(Integer::compare).orElse(0);
        for (int side : SIDES) {
            boolean allowed = side <= limit && (side < 56 || large) && (side < 64 || most <= 6);
            if (most > 0 && allowed && fits(most, side, free)) {
                return side;
            }
        }
        return 0;
    }

    private static boolean fits(int units, int side, double free) {
        return units <= 16 && units * side + (units - 1) * leastGap(units) <= free;
    }

    private static double leastGap(int units) {
        return units <= 8 ? 8 : units <= 10 ? 6 : 4;
    }

    /// @param bars for how many units there may be bars
    private static Column column(double x, int units, double free, int side, int limit, int bars) {
        boolean square = side > 0 && fits(units, side, free);
        if (!square && units > bars) {
            return fewOf(x, units, free, side > 0 ? side : Math.min(24, limit));
        }
        if (!square) {
            return barColumn(x, units, free, Math.min(48, limit));
        }
        double spare = free - units * side - (units - 1) * leastGap(units);
        double gap = leastGap(units) + Math.min(28, 0.375 * spare / (units + 1));
        double span = units * side + (units - 1) * gap;
        return new Column(x, Math.rint(UNITS_TOP + (free - span) / 2), side, side, gap, units, false);
    }

    /// The first of many units, with room below them to say how many more there are.
    private static Column fewOf(double x, int units, double free, int side) {
        double room = Math.max(side, free - MORE);
        int shown = Math.clamp((int) ((room + FEW_GAP) / (side + FEW_GAP)), 1, MOST_OF_MANY);
        double span = shown * (side + FEW_GAP) - FEW_GAP;
        return new Column(x, Math.rint(UNITS_TOP + Math.max(0, room - span) / 2), side, side, FEW_GAP, Math.min(shown, units), false);
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
        double r = c.bars() ? Math.clamp(c.height() / 4 - 0.5, 1, 3) : c.width() >= 32 ? 6 : c.width() >= 24 ? 4 : 3;
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
