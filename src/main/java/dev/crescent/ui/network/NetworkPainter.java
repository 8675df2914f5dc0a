package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.insight.UnitFields;
import dev.crescent.insight.UnitSpreads;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/// Paints links and units of one network at one size into a picture. Needs no window.
final class NetworkPainter {
    private final Structure structure;
    private final NetworkLayout layout;
    private final Palette palette;
    private final Activation[] activations;
    private final Links links;
    private final UnitTiles tiles;
    private final boolean pictures;
    private final Raster base;
    private final Raster raster;
    private float @Nullable [] parameters;
    private @Nullable UnitFields fields;
    private @Nullable UnitSpreads spreads;
    private double probeX = Double.NaN;
    private double probeY = Double.NaN;
    private float @Nullable [][] levels;
    private float[] image = new float[0];
    private boolean basePainted;
    private @Nullable LensMarks lens;
    private boolean tilesStale = true;
    private boolean imageStale = true;

    /// What the user points at.
    ///
    /// @param unit whose links stand out
    /// @param focused has a focus ring
    record Pointed(@Nullable UnitRef unit, Links.@Nullable LinkRef link, @Nullable UnitRef bias, @Nullable UnitRef focused) {
        static final Pointed NOTHING = new Pointed(null, null, null, null);
    }

    /// @param activations one a column
    /// @param classes whether the outputs are classes
    NetworkPainter(Structure structure, NetworkLayout layout, Palette palette, Activation[] activations,
                   boolean classes, double width, double height, double scale) {
        this.structure = structure;
        this.layout = layout;
        this.palette = palette;
        this.activations = activations;
        pictures = structure.columns().stream().anyMatch(column -> column.picture() != null);
        links = new Links(structure, layout);
        tiles = new UnitTiles(structure, layout, palette, scale, activations, classes);
        int w = Math.max(1, (int) Math.ceil(width * scale));
        int h = Math.max(1, (int) Math.ceil((height - NetworkLayout.PICTURE_TOP) * scale));
        base = new Raster(w, h, scale, NetworkLayout.PICTURE_TOP);
        raster = new Raster(w, h, scale, NetworkLayout.PICTURE_TOP);
    }

    Raster raster() {
        return raster;
    }

    Links links() {
        return links;
    }

    /// Whether units show their weights, which is not worth doing for each frame.
    boolean hasPictures() {
        return pictures;
    }

    void setParameters(float[] values) {
        parameters = structure.fits(values.length) ? values : null;
        tilesStale |= pictures;
        links.setParameters(values);
    }

    void setFields(@Nullable UnitFields newest) {
        tilesStale |= newest != fields;
        fields = newest;
    }

    void setSpreads(@Nullable UnitSpreads newest) {
        tilesStale |= newest != spreads;
        spreads = newest;
    }

    /// @param pixels `[rows][columns]` of the image that is shown as coming in, 0 to 1; empty for none
    void setImage(float[] pixels) {
        imageStale |= pixels != image;
        image = pixels;
    }

    /// @param x as a part of the plane's width, from 0 at the left; NaN for no probe
    /// @param y as a part of the plane's height, from 0 at the bottom
    void setProbe(double x, double y) {
        probeX = x;
        probeY = y;
        tilesStale |= layout.columns().stream().anyMatch(NetworkLayout.Column::bars);
    }

    /// @param perColumn what every unit says at the pinned place, or null
    void setLevels(float @Nullable [][] perColumn) {
        levels = perColumn;
    }

    /// @param marks what a step under the lens shows, or null
    void setLens(@Nullable LensMarks marks) {
        lens = marks;
        links.setLens(marks);
    }

    /// Paints the links into the layer that is kept.
    void paintLinks(double flow, @Nullable UnitRef stressed) {
        if (basePainted && links.count() == 0) {
            return; // bands never change
        }
        basePainted = true;
        base.clear();
        links(base, flow, stressed);
    }

    private void links(Brush brush, double flow, @Nullable UnitRef stressed) {
        Bands.paint(brush, structure, layout, palette);
        links.paint(brush, palette, flow, stressed);
    }

    /// Draws all of it with a pen, whose coordinates begin where the picture does.
    void draw(Pen pen) {
        colorTiles();
        pen.save();
        pen.transform(1, 0, 0, 1, 0, -NetworkLayout.PICTURE_TOP);
        PenBrush brush = new PenBrush(pen, raster.scale());
        links(brush, Double.NaN, null);
        units(brush, Pointed.NOTHING);
        pen.restore();
    }

    /// Paints everything else over the kept links.
    void paint(Pointed pointed) {
        colorTiles();
        raster.copy(base);
        units(raster, pointed);
    }

    private void colorTiles() {
        if (tilesStale) {
            tilesStale = false;
            tiles.color(fields, Double.isNaN(probeY) ? 0.5 : Math.clamp(probeY, 0, 1));
            if (spreads != null) {
                tiles.color(spreads);
            }
            tiles.colorPictures(parameters);
        }
        if (imageStale) {
            imageStale = false;
            tiles.colorImage(image);
        }
    }

    private void units(Brush brush, Pointed pointed) {
        if (pointed.link() != null) {
            links.paintHalo(brush, palette, pointed.link());
        }
        if (lens != null && lens.from() >= 0) {
            links.paintHalo(brush, palette, new Links.LinkRef(lens.column(), lens.from(), lens.unit()));
        }
        for (int c = 0; c < layout.columns().size(); c++) {
            for (int unit = 0; unit < layout.columns().get(c).shown(); unit++) {
                paintUnit(brush, c, unit);
            }
        }
        LensMarks marks = lens;
        if (marks != null && marks.column() < layout.columns().size()
                && marks.unit() < layout.columns().get(marks.column()).shown()) {
            outline(brush, new UnitRef(marks.column(), marks.unit()), 2, 2, Palette.argb(palette.accent()));
        }
        if (pointed.unit() != null) {
            outline(brush, pointed.unit(), 1, 1.5, Palette.argb(palette.fgMuted()));
        }
        if (pointed.focused() != null) {
            outline(brush, pointed.focused(), 4, 2, Palette.argb(palette.accent()));
        }
        if (pointed.bias() != null) {
            Box dot = layout.biasDot(pointed.bias().column(), pointed.bias().unit());
            brush.ring(dot.centerX(), dot.centerY(), dot.width() / 2 + 2.5, 2, Palette.argb(palette.fg()), 0.9);
        }
    }

    private void outline(Brush brush, UnitRef unit, double out, double line, int color) {
        Box box = layout.columns().get(unit.column()).unit(unit.unit());
        brush.frame(new Box(box.x() - out, box.y() - out, box.width() + 2 * out, box.height() + 2 * out),
                Math.min(6, box.height() * 0.2) + out, line, color, 1);
    }

    private void paintUnit(Brush brush, int c, int unit) {
        NetworkLayout.Column column = layout.columns().get(c);
        Box box = column.unit(unit);
        brush.tile(box.x(), box.y(), tiles.tile(c, unit), tiles.width(c), tiles.height(c));
        if (!Double.isNaN(probeX) && probeX >= 0 && probeX <= 1 && probeY >= 0 && probeY <= 1) {
            paintProbe(brush, column, box);
        }
        if (levels != null && !structure.isOutput(c) && !column.bars() && column.width() >= 24) {
            paintLevel(brush, c, unit, box, levels);
        }
        if (structure.columns().get(c).hasBiases() && parameters != null) {
            paintBias(brush, c, unit, parameters[structure.biasIndex(c, unit)]);
        }
    }

    private void paintProbe(Brush brush, NetworkLayout.Column column, Box box) {
        int fg = Palette.argb(palette.fg());
        int bg = Palette.argb(palette.bg());
        double x = box.x() + probeX * box.width();
        if (column.bars()) {
            if (column.height() >= 8) {
                brush.box(new Box(x - 1.5, box.y() + 1, 3, box.height() - 2), 1, bg, 0.8);
                brush.box(new Box(x - 0.5, box.y() + 1, 1, box.height() - 2), 0, fg, 1);
            }
            return;
        }
        double y = box.bottom() - probeY * box.height();
        double r = column.width() >= 32 ? 2.6 : 2;
        brush.disc(x, y, r + 0.9, fg, 1);
        brush.disc(x, y, r - 0.8, bg, 1);
    }

    /// A bar inside the right edge, from the middle up or down to what the unit says.
    private void paintLevel(Brush brush, int c, int unit, Box box, float[][] said) {
        if (c >= said.length || unit >= said[c].length) {
            return;
        }
        double v = Math.clamp(said[c][unit] * tiles.gain(c, unit) + UnitFields.shift(activations[c]), -1, 1);
        double inset = box.width() >= 40 ? 5 : 3;
        double width = box.width() >= 40 ? 4 : 3;
        double length = box.height() - 2 * inset;
        double x = box.right() - (box.width() >= 40 ? 8 : 5);
        brush.box(new Box(x, box.y() + inset, width, length), width / 2, Palette.argb(palette.bg()), 0.75);
        double height = Math.max(1.5, Math.abs(v) * length / 2);
        double top = v > 0 ? box.centerY() - height : box.centerY();
        int color = palette.weightArgb(v == 0 ? 0 : Math.signum(v));
        brush.box(new Box(x, top, width, height), width / 2, color, 1);
    }

    private void paintBias(Brush brush, int c, int unit, double bias) {
        Box dot = layout.biasDot(c, unit);
        double ring = dot.width() >= 8 ? 2 : 1;
        brush.disc(dot.centerX(), dot.centerY(), dot.width() / 2 + ring, Palette.argb(palette.bg()), 1);
        brush.disc(dot.centerX(), dot.centerY(), dot.width() / 2, palette.weightArgb(LinkStyle.ramp(bias)), 1);
    }
}
