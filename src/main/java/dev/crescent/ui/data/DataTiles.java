package dev.crescent.ui.data;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The data sets to choose from, five tiles a row: every point set as it would look with the present seed and noise,
/// the painted points, a table from a file, and the sets of images.
final class DataTiles extends Pane {
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final int COLUMNS = 5;
    private static final double GAP = 6;
    /// Between columns where the panel's edge takes a pixel.
    private static final double SMALLEST_GAP = 5;
    private static final double SMALLEST = 36;
    private static final double LARGEST = 52;
    /// Between a tile's edge and its picture.
    private static final double INSET = 3;

    /// In the order of the tiles.
    static final List<PointSet> SETS = List.of(PointSet.MOONS, PointSet.CIRCLE, PointSet.ANNULUS, PointSet.XOR,
            PointSet.GAUSS, PointSet.SPIRAL, PointSet.BLOBS, PointSet.RINGS, PointSet.CHECKERBOARD, PointSet.CRESCENTS,
            PointSet.TWO_CURVES, PointSet.PLANE, PointSet.GAUSS_REGRESSION);

    private final DataChanges changes;
    private final List<ToggleButton> tiles = new ArrayList<>();
    private final List<PixelImage> pictures = new ArrayList<>();
    private final ToggleButton csv;
    private final ImageTiles images;
    private final NewestJob<Pictures> job;

    private Source.Painted painted = Starter.drawing();
    /// How points were scaled before a table or images came, which want a scaling of their own.
    private Scaling pointScaling = Scaling.NONE;
    /// The points that were there before images came, which have another number of samples and another split.
    private Data pointData = Experiment.defaults().data();
    private boolean tableBefore;
    private @Nullable Data data;
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Wish drawn;
    private double side = 40;

    /// What the pictures depend on.
    ///
    /// @param data one a tile, of each only [Thumbnails#shown]
    private record Wish(List<Data> data, Palette palette, int pixels) {}

    private record Pictures(Wish of, List<int[]> pixels) {}

    DataTiles(Executor background, DataChanges changes, Runnable csvWanted) {
        this.changes = changes;
        job = new NewestJob<>(background, this::showPictures);
        getStyleClass().add("data-tiles");
        for (PointSet set : SETS) {
            SetFacts facts = SetFacts.of(set);
            tile(set.id(), facts.name(), facts.sentence(), () -> choose(set));
        }
        tile("painted", Texts.get("pointset.painted"), Texts.get("pointset.painted.hint"), this::choosePainted);
        csv = new ToggleButton("", new FontIcon(Feather.UPLOAD));
        csv.getStyleClass().setAll("tile", "dashed");
        add(csv, "csv", Texts.get("pointset.csv"), Texts.get("pointset.csv.hint"), csvWanted);
        images = new ImageTiles(background, side - 2 * INSET, INSET);
        for (int i = 0; i < ImageTiles.SOURCES.size(); i++) {
            Source source = ImageTiles.SOURCES.get(i);
            ToggleButton tile = new ToggleButton("", images.graphic(i));
            tile.getStyleClass().setAll("tile");
            add(tile, source.id(), ImageTiles.name(source), ImageTiles.sentence(source), () -> choose(source));
        }
    }

    private void tile(String id, String name, String sentence, Runnable action) {
        PixelImage picture = new PixelImage(side - 2 * INSET, INSET);
        pictures.add(picture);
        ToggleButton tile = new ToggleButton("", picture);
        tile.getStyleClass().setAll("tile");
        add(tile, id, name, sentence, action);
    }

    private void add(ToggleButton tile, String id, String name, String sentence, Runnable action) {
        tile.setId("tile-" + id);
        tile.setAccessibleText(name);
        Tooltip hint = new Tooltip(name + ": " + sentence);
        hint.setWrapText(true);
        hint.setMaxWidth(280);
        tile.setTooltip(hint);
        tile.setOnAction(e -> {
            // What is on follows from the data that are shown next, not from the click.
            select();
            action.run();
        });
        tile.addEventFilter(KeyEvent.KEY_PRESSED, e -> step(tile, e));
        tiles.add(tile);
        getChildren().add(tile);
    }

    /// Arrow keys move through the tiles and stay among them.
    private void step(ToggleButton from, KeyEvent event) {
        TraversalDirection direction = switch (event.getCode()) {
            case LEFT -> TraversalDirection.LEFT;
            case RIGHT -> TraversalDirection.RIGHT;
            case UP -> TraversalDirection.UP;
            case DOWN -> TraversalDirection.DOWN;
            default -> null;
        };
        if (direction == null) {
            return;
        }
        int at = tiles.indexOf(from);
        boolean inside = switch (direction) {
            case LEFT -> at % COLUMNS > 0;
            case RIGHT -> at % COLUMNS < COLUMNS - 1 && at + 1 < tiles.size();
            case UP -> at >= COLUMNS;
            default -> at + COLUMNS < tiles.size();
        };
        if (inside) {
            from.requestFocusTraversal(direction); // unlike requestFocus, this shows the ring
        }
        event.consume();
    }

    void show(Data now) {
        data = now;
        if (now.source() instanceof Source.Painted points && !points.points().isEmpty()) {
            painted = points;
        }
        // Points that were painted on a table keep its scaling, but are no reason to scale other points so.
        tableBefore = switch (now.source()) {
            case Source.Points _ -> false;
            case Source.Painted _ -> tableBefore;
            case Source.Csv _, Source.Digits _, Source.Images _ -> true;
        };
        if (!tableBefore) {
            pointScaling = now.scaling();
            pointData = now;
        }
        select();
        requestPictures();
    }

    void setPalette(Palette colors) {
        palette = colors;
        requestPictures();
    }

    /// Marks the file's tile as the place where a dragged file may be dropped.
    void showDropTarget(boolean on) {
        csv.pseudoClassStateChanged(DROP_TARGET, on);
    }

    private void select() {
        String id = data == null ? "" : "tile-" + data.source().id();
        tiles.forEach(tile -> tile.setSelected(Objects.equals(tile.getId(), id)));
    }

    private void choose(PointSet set) {
        if (data != null && !(data.source() instanceof Source.Points points && points.set() == set)) {
            changes.change(SetFacts.of(set).chosen(before(data)).withScaling(pointScaling), SetFacts.of(set).name(), true);
        }
    }

    private void choose(Source set) {
        if (data != null && !data.source().id().equals(set.id())) {
            changes.change(ImageTiles.chosen(set, data), ImageTiles.name(set), true);
        }
    }

    /// What other points follow: these data, but never images.
    private Data before(Data now) {
        return switch (now.source()) {
            case Source.Digits _, Source.Images _ -> pointData.withSeed(now.seed());
            case Source.Points _, Source.Painted _, Source.Csv _ -> now;
        };
    }

    /// Files of images have come.
    void imagesChanged() {
        images.filesChanged();
        requestPictures();
    }

    private void choosePainted() {
        if (data != null && !(data.source() instanceof Source.Painted)) {
            changes.change(before(data).withSource(painted).withScaling(pointScaling), Texts.get("pointset.painted"), true);
        }
    }

    private void requestPictures() {
        if (data == null) {
            return;
        }
        List<Data> wanted = new ArrayList<>();
        for (PointSet set : SETS) {
            wanted.add(Thumbnails.shown(SetFacts.of(set).chosen(before(data))));
        }
        wanted.add(Thumbnails.shown(data.withSource(data.source() instanceof Source.Painted now ? now : painted)));
        int size = (int) ((side - 2 * INSET) * PixelImage.DENSITY);
        images.request(data, palette, size);
        Wish wish = new Wish(wanted, palette, size);
        if (!wish.equals(drawn)) {
            drawn = wish;
            job.want(() -> new Pictures(wish,
                    wish.data.stream().map(d -> Thumbnails.of(d, wish.palette, wish.pixels)).toList()));
        }
    }

    private void showPictures(Pictures done) {
        if (done.of.palette == palette) {
            for (int i = 0; i < pictures.size(); i++) {
                pictures.get(i).show(done.pixels.get(i));
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double side(double width) {
        return Math.clamp(Math.floor((width - (COLUMNS - 1) * SMALLEST_GAP) / COLUMNS), SMALLEST, LARGEST);
    }

    @Override
    protected double computeMinWidth(double height) {
        return COLUMNS * SMALLEST + (COLUMNS - 1) * SMALLEST_GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return COLUMNS * 40 + (COLUMNS - 1) * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        return rows * side(width < 0 ? computePrefWidth(-1) : width) + (rows - 1) * GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double now = side(getWidth());
        if (now != side) {
            side = now;
            pictures.forEach(picture -> picture.setSide(side - 2 * INSET));
            images.setSide(side - 2 * INSET);
            requestPictures();
        }
        double step = Math.max(side + SMALLEST_GAP, (getWidth() - side) / (COLUMNS - 1));
        for (int i = 0; i < tiles.size(); i++) {
            int column = i % COLUMNS;
            int row = i / COLUMNS;
            tiles.get(i).resizeRelocate(Math.floor(column * step), row * (side + GAP), side, side);
        }
    }
}
