package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.insight.UnitFields;
import dev.crescent.insight.UnitSpreads;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The thumbnails' pixels: what each unit outputs over the plane, in the colors of the output view.
///
/// A tile is computed when fields, colors, size or, for bars, the probe change, and kept until then.
final class UnitTiles {
    private static final int CLASS_TABLE = 256;
    /// In pixels of the layout.
    private static final double LEAST_BARS = 10;
    private final Structure structure;
    private final NetworkLayout layout;
    private final Palette palette;
    private final double scale;
    private final Activation[] activations;
    private final int outputs;
    private final boolean classes;
    private final int[][][] tiles; // [column][unit][height * width]
    private final float[][] gain;
    private final int[][] classColors;

    /// @param activations one a column; the features' is linear
    /// @param classes whether the outputs are classes
    UnitTiles(Structure structure, NetworkLayout layout, Palette palette, double scale, Activation[] activations,
              boolean classes) {
        this.structure = structure;
        this.layout = layout;
        this.palette = palette;
        this.scale = scale;
        this.activations = activations;
        this.outputs = structure.columns().getLast().units();
        this.classes = classes;
        this.tiles = new int[layout.columns().size()][][];
        this.gain = new float[layout.columns().size()][];
        this.classColors = classes && outputs > 2 ? classTable() : new int[0][];
        for (int c = 0; c < tiles.length; c++) {
            NetworkLayout.Column column = layout.columns().get(c);
            tiles[c] = new int[column.shown()][];
            gain[c] = new float[column.shown()];
            for (int unit = 0; unit < column.shown(); unit++) {
                tiles[c][unit] = new int[width(c) * height(c)];
                gain[c][unit] = 1;
            }
            empty(c);
        }
    }

    int width(int column) {
        return (int) Math.round(layout.columns().get(column).width() * scale);
    }

    int height(int column) {
        return Math.max(1, (int) Math.round(layout.columns().get(column).height() * scale));
    }

    int[] tile(int column, int unit) {
        return tiles[column][unit];
    }

    /// What a unit's activation is multiplied by to lie in -1..1, before [UnitFields#shift].
    float gain(int column, int unit) {
        return gain[column][unit];
    }

    /// Colors all tiles anew; of a network that sees images none, whose units say nothing over a plane.
    ///
    /// @param fields null to leave them empty
    /// @param slice where bars cut through the plane, from 0 at the bottom to 1 at the top
    void color(@Nullable UnitFields fields, double slice) {
        for (int c = 0; c < tiles.length && !structure.seesImages(); c++) {
            float[][] values = fields == null ? null : values(fields, c);
            if (fields == null || values == null || values.length < tiles[c].length) {
                empty(c);
                continue;
            }
            for (int unit = 0; unit < tiles[c].length; unit++) {
                color(c, unit, values[unit], fields.side(), slice);
            }
        }
    }

    /// Shows how units' outputs are spread, as bars stacked by class; units too low for bars stay empty.
    void color(UnitSpreads spreads) {
        for (int c = 0; c < tiles.length && !structure.seesImages(); c++) {
            int layer = structure.columns().get(c).layer() + 1;
            int[][][] units = layer < spreads.counts().length ? spreads.counts()[layer] : new int[0][][];
            for (int unit = 0; unit < Math.min(tiles[c].length, units.length) && height(c) >= LEAST_BARS * scale; unit++) {
                SpreadTile.paint(tiles[c][unit], width(c), height(c), units[unit], palette, classes);
                trim(c, tiles[c][unit]);
            }
        }
    }

    /// Shows the weights of units that look at pixels as pictures, each column on a scale of its own.
    ///
    /// @param parameters null for none
    void colorPictures(float @Nullable [] parameters) {
        for (int c = 0; c < tiles.length; c++) {
            Structure.Picture picture = structure.columns().get(c).picture();
            if (picture == null || parameters == null) {
                continue;
            }
            double gain = WeightImage.gain(parameters, picture.offset(), picture.end(tiles[c].length));
            for (int unit = 0; unit < tiles[c].length; unit++) {
                WeightImage.paint(tiles[c][unit], width(c), height(c), parameters, picture.first(unit, parameters),
                        picture.rows(), picture.columns(), gain, palette);
                trim(c, tiles[c][unit]);
            }
        }
    }

    /// Shows an image that comes in.
    ///
    /// @param pixels `[rows][columns]`, 0 to 1; those of another size are not shown
    void colorImage(float[] pixels) {
        List<Integer> shape = structure.inputShape();
        if (!structure.seesImages()) {
            return;
        }
        if (pixels.length != shape.get(1) * shape.get(2)) {
            empty(0);
            return;
        }
        int w = width(0);
        int h = height(0);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                tiles[0][0][y * w + x] = palette.inkArgb(pixels[y * shape.get(1) / h * shape.get(2) + x * shape.get(2) / w]);
            }
        }
        trim(0, tiles[0][0]);
    }

    private float @Nullable [][] values(UnitFields fields, int c) {
        int layer = structure.columns().get(c).layer();
        if (layer < 0) {
            return fields.features();
        }
        return layer < fields.layers().length ? fields.layers()[layer] : null;
    }

    private void color(int c, int unit, float[] field, int side, double slice) {
        Activation activation = activations[c];
        float k = UnitFields.scale(field, activation);
        gain[c][unit] = k;
        float shift = UnitFields.shift(activation);
        boolean output = structure.isOutput(c);
        int sign = output && classes && outputs == 2 && unit == 0 ? -1 : 1;
        int[] table = output && unit < classColors.length ? classColors[unit] : new int[0];
        int w = width(c);
        int h = height(c);
        boolean bars = layout.columns().get(c).bars();
        int[] tile = tiles[c][unit];
        int[] left = new int[w];
        float[] share = new float[w];
        for (int x = 0; x < w; x++) {
            double column = Math.clamp((x + 0.5) / w * side - 0.5, 0, side - 1.0);
            left[x] = Math.min((int) column, Math.max(0, side - 2));
            share[x] = (float) column - left[x];
        }
        int right = side > 1 ? 1 : 0;
        for (int y = 0; y < h; y++) {
            double row = Math.clamp(bars ? (1 - slice) * side - 0.5 : (y + 0.5) / h * side - 0.5, 0, side - 1.0);
            int above = Math.min((int) row, Math.max(0, side - 2));
            float down = (float) row - above;
            int first = above * side;
            int below = side > 1 ? side : 0;
            for (int x = 0; x < w; x++) {
                int i = first + left[x];
                float u = share[x];
                float upper = field[i] + u * (field[i + right] - field[i]);
                float lower = field[i + below] + u * (field[i + below + right] - field[i + below]);
                float v = upper + down * (lower - upper);
                tile[y * w + x] = table.length > 0 ? table[entry(v)] : palette.fieldArgb(sign * (v * k + shift));
            }
        }
        trim(c, tile);
    }

    private static int entry(float share) {
        int last = CLASS_TABLE - 1;
        return share > 0 ? (int) Math.min(share * last + 0.5f, last) : 0;
    }

    private void empty(int c) {
        boolean plain = structure.seesImages() && c > 0 && structure.columns().get(c).picture() == null;
        int inset = Palette.argb(palette.bgInset());
        int fill = plain ? mixed(inset, Palette.argb(palette.fg()), 0.1, 1) : inset;
        for (int[] tile : tiles[c]) {
            java.util.Arrays.fill(tile, fill);
            trim(c, tile, plain ? Double.POSITIVE_INFINITY : 6);
        }
    }

    private void trim(int c, int[] tile) {
        trim(c, tile, 6);
    }

    /// Rounds the corners and draws the edge.
    ///
    /// @param most the corners' radius; infinite for a circle, as units without a picture are drawn
    private void trim(int c, int[] tile, double most) {
        NetworkLayout.Column column = layout.columns().get(c);
        double edge = palette.isHighContrast() ? 1 : palette.theme().isDark() ? 0.24 : 0.28;
        int fg = Palette.argb(palette.fg());
        int w = width(c);
        int h = height(c);
        double whole = Math.min(column.width(), column.height());
        double r = (most > whole ? whole / 2 : Math.min(most, whole * 0.2)) * scale;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                if (x > r && y > r && x < w - r - 1 && y < h - r - 1 && x < w - 1 - scale && y < h - 1 - scale) {
                    continue;
                }
                double inside = Raster.inside(Math.abs(x + 0.5 - w / 2.0), Math.abs(y + 0.5 - h / 2.0), w / 2.0, h / 2.0, r);
                int i = y * w + x;
                double line = column.height() < 6 ? 0 : edge * Math.clamp(scale + 0.5 - inside, 0, 1);
                tile[i] = mixed(tile[i], fg, line, Math.clamp(inside + 0.5, 0, 1));
            }
        }
    }

    /// One color laid over the other, the whole then faded to `alpha`; premultiplied.
    private static int mixed(int under, int over, double part, double alpha) {
        int result = (int) Math.round(255 * alpha) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            double channel = (1 - part) * (under >> shift & 0xff) + part * (over >> shift & 0xff);
            result |= (int) Math.round(alpha * channel) << shift;
        }
        return result;
    }

    private int[][] classTable() {
        int[][] table = new int[outputs][CLASS_TABLE];
        float[][] p = new float[outputs][1];
        for (int k = 0; k < outputs; k++) {
            for (int i = 0; i < CLASS_TABLE; i++) {
                p[k][0] = i / (CLASS_TABLE - 1f);
                table[k][i] = palette.mixedClassArgb(p, 0, outputs);
            }
            p[k][0] = 0;
        }
        return table;
    }
}
