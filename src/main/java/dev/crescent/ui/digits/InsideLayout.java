package dev.crescent.ui.digits;

import dev.crescent.ui.TextFit;
import dev.crescent.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;

/// Where every layer and each of its units lies in the strip, in pixels.
///
/// @param blocks one a layer, from left to right
/// @param width of all of them
/// @param height of the part above the captions
record InsideLayout(List<Block> blocks, double width, double height) {
    /// More maps of a layer, or cells of a dense one, are only counted.
    static final int MOST_MAPS = 32;
    static final int CELLS_A_MAP = 4;
    /// With tiles not much smaller than usual and room to spare, there are more of them.
    private static final int[] ROOMY_MAPS = {96, 64, 48};
    private static final double FAIR = 0.65;
    /// Between two layers there is a chevron.
    static final double LEAST_GAP = 28;
    private static final double MOST_GAP = 64;
    private static final double TILE_GAP = 4;
    private static final double CELL_GAP = 2;
    private static final double CELL = 12;
    private static final double DOT = 16;
    private static final double MOST_PITCH = 22;
    private static final double LEAST_PITCH = 19;
    private static final double DOT_GAP = 6;
    private static final double COLUMN_GAP = 12;
    private static final double LEAST_TILE = 14;
    private static final double MOST_IMAGE = 102;
    /// A map of `n` columns is this times the root of `n` wide: small maps get more room for each number.
    private static final double TILE_SCALE = 11.5;
    private static final double LARGEST = 1.6;
    private static final double SMALLEST = 0.5;
    private static final double STEP = 0.05;

    /// A layer's place.
    ///
    /// @param shown how many of its units are
    /// @param columns of units side by side
    /// @param side of one unit
    /// @param pitchX from one unit to the next
    /// @param byColumn whether units run down first
    record Block(double x, double y, double width, int shown, int columns, int rows, double side, double pitchX,
                 double pitchY, boolean byColumn) {
        double unitX(int unit) {
            return x + (byColumn ? unit / rows : unit % columns) * pitchX;
        }

        double unitY(int unit) {
            return y + (byColumn ? unit % rows : unit / columns) * pitchY;
        }

        private Block at(double left) {
            return new Block(left, y, width, shown, columns, rows, side, pitchX, pitchY, byColumn);
        }
    }

    /// The largest tiles with which all layers fit, or small ones and a strip that is wider than its room.
    static InsideLayout of(List<LayerImage> layers, double room, double height) {
        int gaps = Math.max(0, layers.size() - 1);
        List<Block> blocks = List.of();
        for (int i = 0; i < ROOMY_MAPS.length && blocks.isEmpty(); i++) {
            blocks = largest(layers, ROOMY_MAPS[i], FAIR, height, room - gaps * LEAST_GAP);
        }
        if (blocks.isEmpty()) {
            blocks = largest(layers, MOST_MAPS, SMALLEST + STEP, height, room - gaps * LEAST_GAP);
        }
        if (blocks.isEmpty()) {
            blocks = blocks(layers, MOST_MAPS, SMALLEST, height);
        }
        double taken = taken(layers, blocks);
        double gap = gaps == 0 ? 0 : Math.clamp(Math.floor((room - taken) / gaps), LEAST_GAP, MOST_GAP);
        List<Block> placed = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < blocks.size(); i++) {
            placed.add(blocks.get(i).at(x));
            x += Math.max(blocks.get(i).width, captionWidth(layers.get(i), blocks.get(i).shown)) + (i < gaps ? gap : 0);
        }
        return new InsideLayout(List.copyOf(placed), x, height);
    }

    /// The largest tiles of so many maps a layer that fit; none if even the least ones do not.
    private static List<Block> largest(List<LayerImage> layers, int maps, double least, double height, double room) {
        for (double scale = LARGEST; scale > least - STEP / 2; scale -= STEP) {
            List<Block> blocks = blocks(layers, maps, scale, height);
            if (taken(layers, blocks) <= room) {
                return blocks;
            }
        }
        return List.of();
    }

    private static List<Block> blocks(List<LayerImage> layers, int maps, double scale, double height) {
        return layers.stream().map(layer -> block(layer, shown(layer, maps), scale, height)).toList();
    }

    private static double taken(List<LayerImage> layers, List<Block> blocks) {
        double taken = 0;
        for (int i = 0; i < blocks.size(); i++) {
            taken += Math.max(blocks.get(i).width, captionWidth(layers.get(i), blocks.get(i).shown));
        }
        return taken;
    }

    /// How many of a layer's units have room.
    private static int shown(LayerImage layer, int maps) {
        return Math.min(layer.units(), switch (layer.kind()) {
            case IMAGE -> 1;
            case MAPS -> maps;
            case UNITS -> CELLS_A_MAP * maps;
            case CLASSES -> layer.units();
        });
    }

    private static double captionWidth(LayerImage layer, int shown) {
        return Math.ceil(TextFit.width(layer.name(), Fonts.bold(12)) + 9 + TextFit.width(LayerCaption.shape(layer))
                + (LayerCaption.more(layer, shown).isEmpty() ? 0 : 9 + TextFit.width(LayerCaption.more(layer, shown))));
    }

    private static Block block(LayerImage layer, int shown, double scale, double height) {
        return switch (layer.kind()) {
            case IMAGE -> grid(1, Math.min(MOST_IMAGE, height), 0, height);
            case MAPS -> grid(shown, Math.max(LEAST_TILE, scale * TILE_SCALE * Math.sqrt(Math.max(layer.rows(),
                    layer.columns()))), TILE_GAP, height);
            case UNITS -> grid(shown, Math.min(CELL, scale * CELL), CELL_GAP, height);
            case CLASSES -> dots(layer, height);
        };
    }

    /// A grid of squares about so large: of as many rows as fit, with squares that fill the height if they nearly do.
    private static Block grid(int units, double wanted, double gap, double height) {
        int most = Math.max(1, (int) Math.floor((height + gap) / (wanted + gap)));
        int columns = columns(units, Math.min(most, units));
        int rows = (units + columns - 1) / columns;
        double side = Math.floor(Math.min((height - (rows - 1) * gap) / rows, 1.2 * wanted));
        double top = Math.floor((height - rows * (side + gap) + gap) / 2);
        return new Block(0, top, columns * (side + gap) - gap, units, columns, rows, side, side + gap, side + gap, false);
    }

    /// As few as `most` rows allow, or a few more if the last row is full then.
    private static int columns(int units, int most) {
        int least = (units + most - 1) / most;
        for (int columns = least; columns <= least + least / 3; columns++) {
            if (units % columns == 0) {
                return columns;
            }
        }
        return least;
    }

    private static Block dots(LayerImage layer, double height) {
        int units = layer.units();
        int most = Math.max(1, (int) Math.floor((height + LEAST_PITCH - DOT) / LEAST_PITCH));
        int columns = (units + most - 1) / most;
        int rows = (units + columns - 1) / columns;
        double name = layer.unitNames().stream().mapToDouble(n -> TextFit.width(n, Fonts.bold(12))).max().orElse(0);
        double pitch = DOT + DOT_GAP + Math.ceil(name) + COLUMN_GAP;
        double down = rows == 1 ? MOST_PITCH : Math.min(MOST_PITCH, Math.floor((height - DOT) / (rows - 1)));
        double top = Math.floor((height - (rows - 1) * down - DOT) / 2);
        return new Block(0, top, columns * pitch - COLUMN_GAP, units, columns, rows, DOT, pitch, down, true);
    }
}
