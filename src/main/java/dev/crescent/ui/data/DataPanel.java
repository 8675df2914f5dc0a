package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.data.TableNames;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import dev.crescent.ui.SpareRoom;
import dev.crescent.ui.Texts;
import dev.crescent.ui.WholeText;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The panel of everything that happens before the first layer: which data, how they are sampled, split and scaled,
/// which features a point has, the tools that points are painted with, and where it is high enough how the points are
/// spread.
///
/// Shows an experiment and holds nothing of it but what is being dragged or typed. Tells its listener what the user
/// wants; what is on screen follows from the next [#show]. All methods run on the JavaFX thread.
public final class DataPanel extends VBox {
    private static final double PADDING = 16;
    /// What a focus ring needs around the outermost controls, or the scroll pane would cut it off.
    private static final double RING = 6;
    /// Between the groups.
    private static final double GAP = 12;

    private final Label subject = new Label();
    private final HBox header;
    private final DataTiles tiles;
    private final SamplingSection sampling;
    private final FeatureSection features;
    private final ColumnList columns = new ColumnList();
    private final ImageSection images;
    private final PaintSection painting;
    private final Region paintingLine = line();
    private final DistributionSection distribution;
    private final SpareRoom room;
    private final ScrollPane scroll = new ScrollPane();
    private Listener listener = new Listener() {};

    /// @param background runs the thumbnails' computing; a thread of low priority is enough
    public DataPanel(Executor background) {
        getStyleClass().add("data-panel");
        tiles = new DataTiles(background, this::changed, () -> listener.csvWanted());
        sampling = new SamplingSection(this::changed, () -> listener.columnsWanted());
        features = new FeatureSection(background, (next, what) -> listener.featuresChanged(next, what));
        images = new ImageSection(background, () -> listener.folderWanted());
        painting = new PaintSection(brush -> listener.brushChanged(brush), () -> listener.undoPoints(),
                () -> listener.clearPoints());
        Label title = new Label(Texts.get("data.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        subject.getStyleClass().add("muted");
        subject.setId("data.subject");
        WholeText.whenCut(subject);
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        header = new HBox(title, subject);
        header.getStyleClass().add("panel-header");
        VBox content = new VBox(tiles, sampling, line(), features, columns, images, paintingLine, painting);
        content.getStyleClass().add("data-content");
        distribution = new DistributionSection(background);
        room = new SpareRoom(content, distribution, GAP);
        scroll.setContent(room);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // The scroll bar takes its room from the margin, so that nothing moves when it comes and goes.
        scroll.viewportBoundsProperty().subscribe(bounds -> {
            double bar = bounds.getWidth() > 0 ? Math.clamp(scroll.getWidth() - bounds.getWidth(), 0, PADDING) : 0;
            room.setPadding(new Insets(RING, PADDING - bar, PADDING, RING));
        });
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setMargin(scroll, new Insets(-RING, 0, 0, -RING));
        getChildren().setAll(header, scroll);
        visible(columns, false);
        visible(images, false);
        setOnDragOver(this::dragOver);
        setOnDragExited(e -> showDropTarget(false));
        setOnDragDropped(this::dropped);
    }

    /// What the user does; every method may be left out.
    public interface Listener {
        /// Other data are wanted.
        ///
        /// @param what changed, a few words for the curves and the undo stack
        /// @param finished false while a slider is held: at most once a frame, and all of it is one change
        default void dataChanged(Data next, String what, boolean finished) {}

        /// Other features are wanted.
        ///
        /// @param next formulas over x1 and x2 that parse, at least one
        default void featuresChanged(List<String> next, String what) {}

        /// A table is to be chosen from a dialog.
        default void csvWanted() {}

        /// The columns of the table are to be chosen.
        default void columnsWanted() {}

        /// The folder where images lie is to be chosen from a dialog.
        default void folderWanted() {}

        /// A file was dropped on the panel.
        default void csvDropped(Path file) {}

        /// Another tool, class, size or amount to paint with.
        default void brushChanged(Brush brush) {}

        /// All points are to go: see [PaintStroke#cleared].
        default void clearPoints() {}

        /// The last stroke is to be taken back: see [PaintStroke#isStroke].
        default void undoPoints() {}
    }

    public void setListener(Listener listener) {
        this.listener = listener;
    }

    /// Shows an experiment. May be called at any time, in the middle of a drag too.
    ///
    /// @param dataset what its data gave when they were last loaded; null while there is none
    public void show(Experiment experiment, @Nullable Dataset dataset) {
        Data data = experiment.data();
        subject.setText(name(data.source()));
        tiles.show(data);
        sampling.show(data, dataset);
        boolean plane = switch (data.source()) {
            case Source.Points _, Source.Painted _ -> true;
            case Source.Csv _, Source.Digits _, Source.Images _ -> dataset != null && dataset.plane() != null;
        };
        visible(features, plane);
        boolean pictures = switch (data.source()) {
            case Source.Digits _, Source.Images _ -> true;
            case Source.Csv _ -> dataset != null && dataset.hasImages();
            case Source.Points _, Source.Painted _ -> false;
        };
        visible(columns, !plane && !pictures);
        visible(images, pictures);
        visible(paintingLine, !pictures);
        visible(painting, !pictures);
        if (plane) {
            features.show(experiment.features(), dataset);
        } else if (pictures) {
            images.show(data.source(), dataset != null && dataset.hasImages() ? dataset : null);
        } else {
            columns.show(dataset);
        }
        painting.show(data, dataset);
        room.setWanted(distribution.show(dataset));
    }

    /// Images have come to where they are looked for: their tiles get pictures.
    public void imagesChanged() {
        tiles.imagesChanged();
    }

    /// Whether painting has a stroke to take back, which is so while nothing else was done since.
    public void showUndo(boolean possible) {
        painting.showUndo(possible);
    }

    public void setTheme(Theme theme) {
        Palette palette = Palette.of(theme);
        tiles.setPalette(palette);
        features.setPalette(palette);
        images.setPalette(palette);
        painting.setPalette(palette);
        distribution.setPalette(palette);
    }

    /// What points are painted with now.
    public Brush brush() {
        return painting.brush();
    }

    /// The title's row; a window may add buttons at its end.
    public HBox header() {
        return header;
    }

    /// Marks the place of files, as while one is dragged over the window.
    public void showDropTarget(boolean on) {
        tiles.showDropTarget(on);
    }

    /// The table among dragged files, if there is one, by its name.
    public static Optional<Path> table(List<File> files) {
        return files.stream().filter(file -> TableNames.isTable(file.getName())).map(File::toPath).findFirst();
    }

    private static Optional<Path> table(@Nullable Dragboard board) {
        return board == null || board.getFiles() == null ? Optional.empty() : table(board.getFiles());
    }

    private void dragOver(DragEvent event) {
        if (table(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            showDropTarget(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        showDropTarget(false);
        table(event.getDragboard()).ifPresent(file -> {
            event.setDropCompleted(true);
            event.consume();
            listener.csvDropped(file);
        });
    }

    private void changed(Data next, String what, boolean finished) {
        listener.dataChanged(next, what, finished);
    }

    /// What data are called.
    public static String name(Source source) {
        return switch (source) {
            case Source.Points points -> SetFacts.of(points.set()).name();
            case Source.Painted _ -> Texts.get("pointset.painted");
            case Source.Csv csv -> file(csv.path());
            case Source.Digits _ -> Texts.get("pointset.digits");
            case Source.Images set -> name(set);
        };
    }

    private static String file(String path) {
        return Builtins.isShipped(path) ? path.substring(Builtins.PREFIX.length())
                : path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }

    /// What a set of images is called.
    public static String name(Source.Images images) {
        return switch (images.set()) {
            case MNIST -> "MNIST";
            case FASHION_MNIST -> "Fashion-MNIST";
            case IDX -> Texts.get("pointset.idx");
        };
    }

    private static void visible(Region section, boolean on) {
        section.setVisible(on);
        section.setManaged(on);
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("group-line");
        return line;
    }
}
