package dev.crescent.ui.network;

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
    /// How far names and values beside the outer columns may reach into the padding.
    private static final double OVERHANG = 10;

    NetworkLayout {
        cards = List.copyOf(cards);
        pluses = List.copyOf(pluses);
        columns = List.copyOf(columns);
    }

    /// How much a card shows: everything, function and count, or only a number.
    enum CardSize {
        LARGE(144), FULL(116), COUNT(72), TINY(40);

        final double width;

        CardSize(double width) {
            this.width = width;
        }

        boolean hasName() {
            return this == LARGE || this == FULL;
        }
    }

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

    /// @param left the room that the features' names need beside their units
    /// @param right the room that the outputs' names and values need beside theirs
    static NetworkLayout of(Structure structure, double width, double height, double left, double right) {
        List<Structure.Item> items = structure.items();
        double room = width - 2 * PADDING;
        CardSize size = cardSize(items, room, width >= LARGE);
        int limit = sideLimit(items, room, size);
        List<Integer> units = structure.columns().stream().map(Structure.Column::units).toList();
        double free = Math.max(SLIVER, height - UNITS_TOP - UNITS_BOTTOM);
        int side = side(units, free, limit, width >= LARGE);
        double half = Math.max(side, 16) / 2.0;
        double first = PADDING + Math.max(0, left + half - size.width / 2 - OVERHANG);
        double last = width - PADDING - Math.max(0, right + half - size.width / 2 - OVERHANG);
        List<Box> cards = cards(items, size, first, Math.max(last, first + size.width));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).isPill()) {
                columns.add(column(cards.get(i).centerX(), units.get(items.get(i).column()), free, side, limit));
            }
        }
        return new NetworkLayout(cards, size, pluses(cards), columns);
    }

    private static CardSize cardSize(List<Structure.Item> items, double room, boolean large) {
        for (CardSize size : CardSize.values()) {
            double gap = gap(items, size, room);
            double least = switch (size) {
                case LARGE -> large ? 24 : Double.POSITIVE_INFINITY;
                case FULL -> 24;
                case COUNT -> 16;
                case TINY -> Double.NEGATIVE_INFINITY;
            };
            if (gap >= least) {
                return size;
            }
        }
        return CardSize.TINY;
    }

    private static double gap(List<Structure.Item> items, CardSize size, double room) {
        double taken = items.stream().mapToDouble(item -> item.isPill() ? PILL : size.width).sum();
        return items.size() < 2 ? room : (room - taken) / (items.size() - 1);
    }

    /// Thumbnails leave at least as much room for the links beside them as they take, in crowded networks.
    private static int sideLimit(List<Structure.Item> items, double room, CardSize size) {
        return (int) Math.clamp((gap(items, size, room) + size.width) * 0.52, 16, 64);
    }

    private static List<Box> cards(List<Structure.Item> items, CardSize size, double first, double last) {
        double gap = gap(items, size, last - first);
        List<Box> cards = new ArrayList<>();
        double x = first;
        for (Structure.Item item : items) {
            double w = item.isPill() ? PILL : size.width;
            cards.add(new Box(Math.rint(x), CARDS_TOP, w, CARD_HEIGHT));
            x += w + gap;
        }
        return cards;
    }

    private static List<Box> pluses(List<Box> cards) {
        List<Box> pluses = new ArrayList<>();
        for (int i = 1; i < cards.size(); i++) {
            double middle = (cards.get(i - 1).right() + cards.get(i).x()) / 2;
            pluses.add(new Box(Math.rint(middle - PLUS / 2), CARDS_TOP + (CARD_HEIGHT - PLUS) / 2, PLUS, PLUS));
        }
        return pluses;
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

    private static Column column(double x, int units, double free, int side, int limit) {
        boolean square = side > 0 && fits(units, side, free);
        if (!square) {
            return barColumn(x, units, free, Math.min(48, limit));
        }
        double spare = free - units * side - (units - 1) * leastGap(units);
        double gap = leastGap(units) + Math.min(28, 0.375 * spare / (units + 1));
        double span = units * side + (units - 1) * gap;
        return new Column(x, Math.rint(UNITS_TOP + (free - span) / 2), side, side, gap, units, false);
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

    /// The middle of a unit's bias dot.
    Box biasDot(int column, int unit) {
        Column c = columns.get(column);
        Box box = c.unit(unit);
        double r = c.bars() ? Math.clamp(c.height() / 2 - 1, 1.5, 4) : c.width() >= 32 ? 6 : 4;
        double x = box.x() + 1.5;
        double y = c.bars() ? box.centerY() : box.bottom() - 2.5;
        return new Box(x - r, y - r, 2 * r, 2 * r);
    }
}
