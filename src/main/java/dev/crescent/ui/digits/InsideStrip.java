package dev.crescent.ui.digits;

import dev.crescent.ui.PaintPane;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Zoom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/// All layers side by side with their captions, chevrons between them, and rings around the selected unit and the one
/// that the keyboard is at.
final class InsideStrip extends Pane {
    static final double CAPTION = 24;
    private static final double CHEVRON = 16;

    private final TileRaster raster = new TileRaster();
    private final PaintPane pane = new PaintPane(this::paint, raster.view());
    private final Region selection = ring("unit-selection");
    private final Region cursor = ring("unit-cursor");
    private Palette palette = Palette.of(Theme.LIGHT);
    private List<LayerImage> layers = List.of();
    private float[][] values = new float[0][];
    private InsideLayout layout = new InsideLayout(List.of(), 0, 0);
    private double room;
    private @Nullable UnitPlace selected;
    private @Nullable UnitPlace current;
    private final List<Label> classNames = new ArrayList<>();
    private final List<LayerCaption> captions = new ArrayList<>();
    private boolean idle; // whether nothing is drawn, so that no unit is lit

    InsideStrip() {
        getStyleClass().add("inside-strip");
        getChildren().setAll(pane, selection, cursor);
    }

    private static Region ring(String style) {
        Region ring = new Region();
        ring.getStyleClass().add(style);
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        return ring;
    }

    void setTheme(Palette colors) {
        palette = colors;
        pane.repaint();
    }

    /// Shows layers.
    ///
    /// @return whether they are others than before, or of other shapes, so that everything has to be placed anew
    boolean show(List<LayerImage> now) {
        boolean other = now.size() != layers.size();
        for (int i = 0; !other && i < now.size(); i++) {
            other = !now.get(i).alike(layers.get(i));
        }
        if (other) {
            layers = List.copyOf(now);
            values = new float[now.size()][];
            for (int i = 0; i < values.length; i++) {
                LayerImage layer = now.get(i);
                values[i] = new float[layer.units() * layer.rows() * layer.columns()];
            }
            selected = null;
            current = null;
        }
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(now.get(i).values(), 0, values[i], 0, values[i].length);
        }
        emphasizeAnswer();
        pane.repaint();
        return other;
    }

    /// Another one that shows the same, for a picture.
    InsideStrip again(Palette colors) {
        InsideStrip other = new InsideStrip();
        other.setTheme(colors);
        other.layers = layers;
        other.values = Arrays.stream(values).map(float[]::clone).toArray(float[][]::new);
        other.idle = idle;
        return other;
    }

    /// Shows nothing of the values, as while nothing is drawn.
    void setIdle(boolean now) {
        if (now != idle) {
            idle = now;
            emphasizeAnswer();
            pane.repaint();
        }
    }

    /// Of the captions, leaves out the words that are not wholly between two places.
    void showCaptionsWithin(double left, double right) {
        captions.forEach(caption -> {
            caption.autosize();
            caption.layout();
            caption.showWithin(left, right);
        });
    }

    /// The class with the largest output is in bold.
    private void emphasizeAnswer() {
        if (classNames.isEmpty()) {
            return;
        }
        float[] last = values[layers.size() - 1];
        int best = 0;
        for (int k = 1; k < classNames.size(); k++) {
            best = last[k] > last[best] ? k : best;
        }
        for (int k = 0; k < classNames.size(); k++) {
            boolean bold = !idle && k == best && last[k] > 0;
            List<String> styles = classNames.get(k).getStyleClass();
            if (bold != styles.contains("value")) {
                classNames.get(k).getStyleClass().remove("value");
                if (bold) {
                    styles.add("value");
                }
            }
        }
    }

    /// Places everything for a room of so many pixels.
    void place(double width, double height) {
        room = Math.max(0, height - CAPTION);
        layout = InsideLayout.of(layers, width, room);
        classNames.clear();
        captions.clear();
        List<Node> nodes = new ArrayList<>(List.of(pane));
        for (int i = 0; i < layers.size(); i++) {
            addLayer(i, nodes);
        }
        nodes.add(selection);
        nodes.add(cursor);
        getChildren().setAll(nodes);
        emphasizeAnswer();
        double wide = Math.max(width, layout.width());
        setMinSize(wide, height);
        setPrefSize(wide, height);
        setMaxSize(wide, height);
        pane.resizeRelocate(0, 0, wide, room);
        pane.repaint();
        placeRings();
    }

    private void addLayer(int i, List<Node> nodes) {
        LayerImage layer = layers.get(i);
        InsideLayout.Block block = layout.blocks().get(i);
        LayerCaption caption = new LayerCaption(layer, block.shown());
        caption.relocate(block.x(), room + CAPTION - 18);
        captions.add(caption);
        nodes.add(caption);
        if (i > 0) {
            // No icon of a font, which a saved picture's reader lacks.
            Polyline chevron = new Polyline(6, 4, 10, 8, 6, 12);
            chevron.getStyleClass().add("inside-chevron");
            Region before = new Pane(chevron);
            before.setMouseTransparent(true);
            double end = chevronMiddle(i);
            before.resizeRelocate(end - CHEVRON / 2, Math.floor((room - CHEVRON) / 2), CHEVRON, CHEVRON);
            before.setManaged(false);
            nodes.add(before);
        }
        for (int unit = 0; layer.kind() == LayerImage.Kind.CLASSES && unit < block.shown(); unit++) {
            Label name = new Label(layer.unitNames().get(unit));
            name.getStyleClass().add("class-name");
            name.setMouseTransparent(true);
            name.relocate(block.unitX(unit) + block.side() + 6, block.unitY(unit));
            name.setMinWidth(Region.USE_PREF_SIZE);
            classNames.add(name);
            nodes.add(name);
        }
    }

    /// Halfway between a layer's units and those of the one before.
    private double chevronMiddle(int i) {
        InsideLayout.Block before = layout.blocks().get(i - 1);
        InsideLayout.Block block = layout.blocks().get(i);
        return Math.rint((before.x() + before.width() + block.x()) / 2);
    }

    private void paint() {
        raster.resize(pane.getWidth(), room, (int) Math.max(1, Math.ceil(Zoom.density(this) - 0.01)));
        for (int i = 0; i < layers.size() && room >= 16; i++) {
            raster.paint(layers.get(i), idle ? new float[values[i].length] : values[i], layout.blocks().get(i), palette);
        }
        raster.painted();
    }

    double contentWidth() {
        return layout.width();
    }

    List<LayerImage> layers() {
        return layers;
    }

    InsideLayout places() {
        return layout;
    }

    float value(UnitPlace place, int row, int column) {
        LayerImage layer = layers.get(place.layer());
        return values[place.layer()][(place.unit() * layer.rows() + row) * layer.columns() + column];
    }

    /// The largest of a unit's values by size.
    float strongest(UnitPlace place) {
        LayerImage layer = layers.get(place.layer());
        int each = layer.rows() * layer.columns();
        float strongest = 0;
        for (int i = place.unit() * each; i < (place.unit() + 1) * each; i++) {
            float value = values[place.layer()][i];
            strongest = Math.abs(value) > Math.abs(strongest) ? value : strongest;
        }
        return strongest;
    }

    void select(@Nullable UnitPlace place) {
        selected = place != null && isShown(place) ? place : null;
        placeRings();
    }

    void moveTo(@Nullable UnitPlace place) {
        current = place;
        placeRings();
    }

    @Nullable UnitPlace current() {
        return current;
    }

    void setCursorVisible(boolean visible) {
        cursor.setOpacity(visible ? 1 : 0);
    }

    private boolean isShown(UnitPlace place) {
        return place.layer() < layout.blocks().size() && place.unit() < layout.blocks().get(place.layer()).shown();
    }

    private void placeRings() {
        around(selection, selected, 1);
        around(cursor, current, 4);
    }

    private void around(Region ring, @Nullable UnitPlace place, double outside) {
        ring.setVisible(place != null && isShown(place));
        if (place != null && isShown(place)) {
            InsideLayout.Block block = layout.blocks().get(place.layer());
            ring.resizeRelocate(block.unitX(place.unit()) - outside, block.unitY(place.unit()) - outside,
                    block.side() + 2 * outside, block.side() + 2 * outside);
        }
    }

    /// The unit at a place of the strip, with its pixel there; null between units.
    @Nullable UnitPixel at(double x, double y) {
        for (int i = 0; i < layout.blocks().size(); i++) {
            InsideLayout.Block block = layout.blocks().get(i);
            for (int unit = 0; unit < block.shown(); unit++) {
                double dx = x - block.unitX(unit);
                double dy = y - block.unitY(unit);
                if (dx >= 0 && dy >= 0 && dx < block.side() && dy < block.side()) {
                    LayerImage layer = layers.get(i);
                    return new UnitPixel(new UnitPlace(i, unit), (int) (dy * layer.rows() / block.side()),
                            (int) (dx * layer.columns() / block.side()));
                }
            }
        }
        return null;
    }

    /// The nearest unit in a direction from another, or that one itself.
    UnitPlace next(UnitPlace from, int dx, int dy) {
        InsideLayout.Block start = layout.blocks().get(from.layer());
        double x = middle(start.unitX(from.unit()), start);
        double y = middle(start.unitY(from.unit()), start);
        UnitPlace best = from;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < layout.blocks().size(); i++) {
            InsideLayout.Block block = layout.blocks().get(i);
            for (int unit = 0; unit < block.shown(); unit++) {
                double along = dx * (middle(block.unitX(unit), block) - x) + dy * (middle(block.unitY(unit), block) - y);
                double aside = Math.abs(dy * (middle(block.unitX(unit), block) - x) + dx * (middle(block.unitY(unit), block) - y));
                double cost = along + 2 * aside;
                boolean sameLayer = i == from.layer();
                if (along > 0.5 && cost < least && (dy == 0 || sameLayer)) {
                    least = cost;
                    best = new UnitPlace(i, unit);
                }
            }
        }
        return best;
    }

    private static double middle(double start, InsideLayout.Block block) {
        return start + block.side() / 2;
    }

    /// A unit of a shown layer.
    record UnitPlace(int layer, int unit) { }

    /// A pixel of a unit's image.
    record UnitPixel(UnitPlace place, int row, int column) { }
}
