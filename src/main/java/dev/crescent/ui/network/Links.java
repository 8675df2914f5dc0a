package dev.crescent.ui.network;

import dev.crescent.ui.theme.Palette;
import java.util.Arrays;

/// All links of a network: where they run, how strong they are, and how they are painted and found again.
final class Links {
    /// No flow above this many links, and weak ones are left out.
    static final int FLOWING = 400;
    /// Above this many, one picture is kept and painted anew less often.
    static final int CACHED = 1500;
    private static final int PAINTED = 12_000;
    private static final double WEAK = 0.1;
    private static final double FLOW_STRENGTH = 0.3;
    private static final double DASH = 6;
    private static final double DASH_GAP = 3;
    private static final double PORT_STEP = 5;
    private static final double PORT_SPAN = 30;
    private static final double REACH = 5;
    private static final double FADED = 0.22;
    /// Of links that are at work under the lens, but not of the unit that is looked at.
    private static final double LENS_FADED = 0.6;
    private static final double LENS_LEAST = 0.75;
    /// Of those that are not at work.
    private static final double LENS_REST = 0.55;

    private final Structure structure;
    private final int count;
    private final float[] x0;
    private final float[] y0;
    private final float[] x1;
    private final float[] y1;
    private final int[] column;
    private final int[] from;
    private final int[] to;
    private final int[] index;
    private final float[] weight;
    private final long[] order;
    private float[] parameters = new float[0];
    private boolean stale = true;
    private @org.jspecify.annotations.Nullable LensMarks lens;

    /// A link by its two units.
    ///
    /// @param column of the unit `to`; `from` is in the column before
    record LinkRef(int column, int from, int to) {}

    Links(Structure structure, NetworkLayout layout) {
        this.structure = structure;
        int links = 0;
        for (int c = 1; c < layout.columns().size(); c++) {
            links += linked(structure, layout, c);
        }
        count = links;
        x0 = new float[links];
        y0 = new float[links];
        x1 = new float[links];
        y1 = new float[links];
        column = new int[links];
        from = new int[links];
        to = new int[links];
        index = new int[links];
        weight = new float[links];
        order = new long[links];
        int next = 0;
        for (int c = 1; c < layout.columns().size(); c++) {
            if (linked(structure, layout, c) > 0) {
                next = place(c, layout.columns().get(c - 1), layout.columns().get(c), next);
            }
        }
    }

    /// How many links lead into a column: all or, where not all units are on screen or weights join no units, none.
    static int linked(Structure structure, NetworkLayout layout, int c) {
        boolean known = structure.columns().get(c).weightOffset() >= 0 && isWhole(structure, layout, c - 1)
                && isWhole(structure, layout, c);
        return known ? layout.columns().get(c - 1).shown() * layout.columns().get(c).shown() : 0;
    }

    private static boolean isWhole(Structure structure, NetworkLayout layout, int c) {
        return structure.columns().get(c).units() == layout.columns().get(c).shown() && layout.columns().get(c).across() == 1;
    }

    private int place(int c, NetworkLayout.Column left, NetworkLayout.Column right, int first) {
        double out = Math.min(PORT_STEP, Math.min(PORT_SPAN, left.height() * 0.6) / Math.max(1, right.shown() - 1));
        double in = Math.min(PORT_STEP, Math.min(PORT_SPAN, right.height() * 0.6) / Math.max(1, left.shown() - 1));
        int next = first;
        for (int b = 0; b < right.shown(); b++) {
            for (int a = 0; a < left.shown(); a++) {
                column[next] = c;
                from[next] = a;
                to[next] = b;
                x0[next] = (float) (left.centerX() + left.width() / 2);
                x1[next] = (float) (right.centerX() - right.width() / 2);
                y0[next] = (float) (left.portY(a) + (b - (right.shown() - 1) / 2.0) * out);
                y1[next] = (float) (right.portY(b) + (a - (left.shown() - 1) / 2.0) * in);
                next++;
            }
        }
        return next;
    }

    int count() {
        return count;
    }

    Structure structure() {
        return structure;
    }

    boolean flows() {
        return count > 0 && count <= FLOWING;
    }

    boolean isCached() {
        return count > CACHED;
    }

    /// Takes new weights; too few parameters for this network are taken as none. They are looked at when they are needed:
    /// training brings new ones more often than thousands of links are painted.
    void setParameters(float[] newest) {
        parameters = newest;
        stale = true;
    }

    private void update() {
        if (!stale) {
            return;
        }
        stale = false;
        boolean known = structure.fits(parameters.length);
        for (int i = 0; i < count; i++) {
            index[i] = known ? structure.weightIndex(column[i], from[i], to[i], parameters) : -1;
            weight[i] = known ? parameters[index[i]] : 0;
        }
        sort();
    }

    private void sort() {
        for (int i = 0; i < count; i++) {
            // The bits of a float that is not negative are ordered as its values are.
            order[i] = (long) Float.floatToIntBits(Math.abs(weight[i])) << 32 | i;
        }
        Arrays.sort(order);
    }

    /// Paints all links, weak ones first.
    ///
    /// @param flow how far the dashes have moved in pixels; NaN for none
    /// @param stressed the unit whose links stand out, or null
    void paint(Brush brush, Palette palette, double flow, @org.jspecify.annotations.Nullable UnitRef stressed) {
        update();
        if (lens != null) {
            paint(brush, palette, lens);
            return;
        }
        boolean dark = palette.theme().isDark();
        boolean high = palette.isHighContrast();
        double least = count > FLOWING ? WEAK : -1;
        for (int k = Math.max(0, count - PAINTED); k < count; k++) {
            int i = (int) order[k];
            double w = weight[i];
            if (Math.abs(w) < least) {
                continue;
            }
            boolean faded = stressed != null && !touches(i, stressed);
            double alpha = (high ? LinkStyle.strongOpacity(w) : LinkStyle.opacity(w)) * (faded ? FADED : 1);
            double width = LinkStyle.width(w) * thinner();
            stroke(brush, palette, i, width, palette.weightArgb(LinkStyle.ramp(w)), alpha, w);
            if (!Double.isNaN(flow) && !faded && LinkStyle.strength(w) > FLOW_STRENGTH) {
                brush.dashes(x0[i], y0[i], x1[i], y1[i], width / 3, 0xffffffff, dark ? 0.5 : 0.75, flow);
            }
        }
    }

    /// Colors links by other numbers than their weights; null for no more.
    void setLens(@org.jspecify.annotations.Nullable LensMarks marks) {
        lens = marks;
    }

    /// Those that have a number lie over those that have none.
    private void paint(Brush brush, Palette palette, LensMarks marks) {
        for (boolean lit : new boolean[] {false, true}) {
            for (int k = Math.max(0, count - PAINTED); k < count; k++) {
                int i = (int) order[k];
                double share = marks.share(column[i], to[i], from[i]);
                if (Double.isNaN(share) == lit) {
                    continue;
                }
                double w = lit ? LinkStyle.FULL * share : 0;
                boolean looked = lit && marks.touches(column[i], to[i]);
                double alpha = !lit ? LENS_REST : looked ? Math.max(LENS_LEAST, LinkStyle.opacity(w)) : LENS_FADED * LinkStyle.opacity(w);
                double width = Math.max(looked ? 2 : 0, LinkStyle.width(w)) * thinner();
                stroke(brush, palette, i, width, palette.weightArgb(LinkStyle.ramp(w)), alpha, w);
            }
        }
    }

    /// Where color is not to be alone, what is below 0 is dashed.
    private void stroke(Brush brush, Palette palette, int i, double width, int argb, double alpha, double value) {
        boolean dashed = palette.isHighContrast() && value < 0;
        brush.curve(x0[i], y0[i], x1[i], y1[i], width, argb, alpha, dashed ? DASH : 0, dashed ? DASH_GAP : 0);
    }

    /// A place on a link.
    ///
    /// @param part of the way, 0 to 1
    Box on(LinkRef link, double part) {
        int i = find(link);
        return i < 0 ? new Box(Double.NaN, Double.NaN, 0, 0)
                : new Box(x0[i] + part * (x1[i] - x0[i]), y0[i] + LinkCurve.y(part) * (y1[i] - y0[i]), 0, 0);
    }

    /// Thousands of links would run together at their full width.
    private double thinner() {
        return count > CACHED ? 0.55 : count > FLOWING ? 0.75 : 1;
    }

    private boolean touches(int i, UnitRef unit) {
        return unit.column() == column[i] && unit.unit() == to[i]
                || unit.column() == column[i] - 1 && unit.unit() == from[i];
    }

    /// Lays a halo around a link, and a handle on its middle.
    void paintHalo(Brush brush, Palette palette, LinkRef link) {
        int i = find(link);
        if (i < 0) {
            return;
        }
        int fg = Palette.argb(palette.fg());
        double width = LinkStyle.width(weight[i]) * thinner() + 6;
        brush.curve(x0[i], y0[i], x1[i], y1[i], width, fg, 0.16);
        double x = (x0[i] + x1[i]) / 2;
        double y = (y0[i] + y1[i]) / 2;
        brush.disc(x, y, 4.9, fg, 1);
        brush.disc(x, y, 3.1, Palette.argb(palette.bg()), 1);
    }

    /// The link nearest to a place and near enough to be meant, or null. Of two equally near the stronger one wins.
    @org.jspecify.annotations.Nullable
    LinkRef at(double x, double y) {
        update();
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        double least = count > FLOWING ? WEAK : -1;
        for (int k = count - 1; k >= 0; k--) {
            int i = (int) order[k];
            if (x <= x0[i] || x >= x1[i] || Math.abs(weight[i]) < least) {
                continue;
            }
            double distance = distance(i, x, y) - LinkStyle.width(weight[i]) * thinner() / 2;
            if (distance < REACH && Math.max(0, distance) < nearest) {
                nearest = Math.max(0, distance);
                best = i;
            }
        }
        return best < 0 ? null : new LinkRef(column[best], from[best], to[best]);
    }

    private double distance(int i, double x, double y) {
        double span = x1[i] - x0[i];
        double rise = y1[i] - y0[i];
        double u = (x - x0[i]) / span;
        double slope = rise / span * LinkCurve.slope(u);
        return Math.abs(y - y0[i] - rise * LinkCurve.y(u)) / Math.sqrt(1 + slope * slope);
    }

    /// The middle of a link; NaN if there is none.
    Box handle(LinkRef link) {
        int i = find(link);
        return i < 0 ? new Box(Double.NaN, Double.NaN, 0, 0) : new Box((x0[i] + x1[i]) / 2, (y0[i] + y1[i]) / 2, 0, 0);
    }

    /// Where a link's weight lies among the parameters, or -1.
    int index(LinkRef link) {
        int i = find(link);
        return i < 0 ? -1 : index[i];
    }

    float weight(LinkRef link) {
        int i = find(link);
        return i < 0 ? Float.NaN : weight[i];
    }

    private int find(LinkRef link) {
        update();
        for (int i = 0; i < count; i++) {
            if (column[i] == link.column() && from[i] == link.from() && to[i] == link.to()) {
                return i;
            }
        }
        return -1;
    }

    /// How many links lead into a unit.
    int inputs(UnitRef unit) {
        int links = 0;
        for (int i = 0; i < count; i++) {
            if (column[i] == unit.column() && to[i] == unit.unit()) {
                links++;
            }
        }
        return links;
    }
}
