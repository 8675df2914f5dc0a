package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.ui.Texts;
import dev.crescent.ui.data.Brush;
import dev.crescent.ui.data.DataPanel;
import dev.crescent.ui.data.PaintStroke;
import dev.crescent.ui.points.OutputView;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Does what the user does to the data: in their panel, and with the brush in the picture.
final class DataPresenter implements DataPanel.Listener {
    private final Workbench bench;
    private final DataPanel panel;
    private final OutputView picture;
    private final FileActions files;
    private final Consumer<String> warn;
    private Runnable columns = () -> { };
    private final PaintStroke stroke = new PaintStroke();
    private @Nullable Dataset shown;

    DataPresenter(Workbench bench, DataPanel panel, OutputView picture, FileActions files, Consumer<String> warn) {
        this.bench = bench;
        this.panel = panel;
        this.picture = picture;
        this.files = files;
        this.warn = warn;
        panel.setListener(this);
        bench.onChange(() -> panel.showUndo(canUndoStroke()));
        picture.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> bench.endGesture());
    }

    /// What lets the user choose the columns of a table.
    void onColumns(Runnable chooser) {
        columns = chooser;
    }

    /// @param data what the trainer made of the experiment's data last; null before the first snapshot
    void show(Experiment experiment, @Nullable Dataset data) {
        shown = data;
        panel.show(experiment, data);
    }

    /// One touch of the brush in the picture; a touch and the drag that follows are undone at once.
    void paint(PaintStroke.Disc disc, boolean erase, boolean dragging) {
        switch (stroke.touch(bench.experiment().data(), shown, panel.brush(), disc, erase, dragging)) {
            case PaintStroke.Changed changed -> {
                if (!dragging) {
                    bench.endGesture();
                }
                dataChanged(changed.data(), changed.what(), false);
            }
            case PaintStroke.Unchanged _ -> { }
            case PaintStroke.Refused refused -> warn.accept(refused.sentence());
        }
    }

    /// Goes on with other data, and with an output layer that fits them.
    @Override
    public void dataChanged(Data next, String what, boolean finished) {
        Experiment now = bench.experiment();
        if (Fit.isImages(next) && !next.source().id().equals(now.data().source().id())) {
            files.openImageSet(next, what);
            return;
        }
        Fit.Target before = Fit.target(now.data())
                .orElseGet(() -> shown == null ? Fit.UNKNOWN : Fit.Target.of(shown));
        bench.change(Fit.target(next).map(target -> Fit.with(now, next, before, target))
                .orElseGet(() -> now.withData(next)), what, finished);
    }

    @Override
    public void featuresChanged(List<String> next, String what) {
        bench.change(bench.experiment().withFeatures(next), what, true);
    }

    @Override
    public void csvWanted() {
        files.openTable();
    }

    @Override
    public void columnsWanted() {
        columns.run();
    }

    @Override
    public void folderWanted() {
        files.openImages();
    }

    @Override
    public void csvDropped(Path file) {
        files.openTable(file);
    }

    @Override
    public void brushChanged(Brush brush) {
        picture.setPaintMode(brush.tool() != Brush.Tool.NONE);
        picture.setErasing(brush.tool() == Brush.Tool.ERASE);
        picture.setBrushRadius(brush.radius());
    }

    @Override
    public void clearPoints() {
        dataChanged(PaintStroke.cleared(bench.experiment().data()), Texts.get("paint.cleared"), true);
    }

    @Override
    public void undoPoints() {
        if (canUndoStroke()) {
            bench.undo();
        }
    }

    /// Whether a stroke is what was done last.
    private boolean canUndoStroke() {
        return bench.lastDeed() instanceof Deed.Changed changed && PaintStroke.isStroke(changed.what());
    }
}
