package dev.crescent.ui.network;

/// How many units of a layer stand beside and above each other, and how large they are. Pure geometry.
final class UnitGrid {
    private static final double GAP = 6;
    private static final int MOST_OF_MANY = 12;

    private UnitGrid() {}

    /// What the units of a layer ask for.
    ///
    /// @param least the smallest side of a unit with which all are shown
    /// @param most the largest one
    /// @param some the side with which only the first ones are shown
    /// @param across the most beside each other
    /// @param grain weights along a side of their picture: a side is a multiple of it where that is not much smaller
    record Wanted(int least, int most, int some, int across, int grain) {
        private int side(double room) {
            int side = (int) Math.min(most, room);
            return side >= 2 * grain ? side / grain * grain : side;
        }
    }

    /// A grid of all units, as large as they can be, or else of the first ones with room to say how many more there are.
    ///
    /// @param room how wide the grid may be
    /// @param beside free room on the right of each unit, for a name
    static NetworkLayout.Column of(double x, double top, double free, double room, int units, Wanted wanted, double beside) {
        int across = 1;
        int side = 0;
        for (int a = 1; a <= Math.min(wanted.across(), units); a++) {
            int rows = (units + a - 1) / a;
            double wide = a == 1 ? room : (room + GAP) / a - GAP - beside;
            int fits = wanted.side(Math.min(wide, (free + GAP) / rows - GAP));
            if (fits > side) {
                across = a;
                side = fits;
            }
        }
        if (side < wanted.least()) {
            int some = (int) Math.clamp(room, 8, wanted.some());
            int most = Math.clamp((int) ((room + GAP) / (some + GAP)), 1, wanted.across());
            return fewOf(x, units, top, free, some, most);
        }
        int rows = (units + across - 1) / across;
        double spare = free - rows * (side + GAP) + GAP;
        double gap = rows == 1 ? GAP : GAP + Math.min(14, 0.375 * spare / (rows + 1));
        double span = rows * (side + gap) - gap;
        return new NetworkLayout.Column(x, Math.rint(top + (free - span) / 2), side, side, gap, units, false, across,
                side + (beside > 0 ? beside : GAP));
    }

    /// The first of many units, with room below them to say how many more there are.
    static NetworkLayout.Column fewOf(double x, int units, double top, double free, int side, int across) {
        double room = Math.max(side, free - NetworkLayout.MORE);
        int rows = Math.clamp((int) ((room + GAP) / (side + GAP)), 1, MOST_OF_MANY);
        int shown = Math.min(rows * across, units);
        double span = rows * (side + GAP) - GAP;
        return new NetworkLayout.Column(x, Math.rint(top + Math.max(0, room - span) / 2), side, side, GAP, shown, false,
                across, side + GAP);
    }
}
