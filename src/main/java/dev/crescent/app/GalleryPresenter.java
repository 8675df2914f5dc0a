package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.data.digits.Centering;
import dev.crescent.experiment.Experiment;
import dev.crescent.export.OwnDrawings;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.GalleryView;
import dev.crescent.ui.digits.Images;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Images over the room, class by class: those of the data set, or the user's own drawings.
final class GalleryPresenter {
    private static final int PIXELS = Centering.SIDE * Centering.SIDE;
    private static final float WHITE = 255;

    private final StackPane over;
    private final TeachPresenter teach;
    private final Consumer<float[]> look;
    private final Runnable onClose;
    private final GalleryView view = new GalleryView();
    private final Label title = new Label();
    private final Label hint = new Label(Texts.get("digits.galleryHint"));
    private final Button export = new Button(Texts.get("digits.export"), new FontIcon(Feather.DOWNLOAD));
    private final VBox panel;
    private List<String> names = List.of();
    private Images shown = new Own(OwnDrawings.NONE);

    /// @param over what the images lie over
    /// @param look puts an image on the pad, `[28][28]`, 0 to 1
    /// @param onExport called when the user wants the own drawings in a folder
    /// @param onClose gives the keyboard back to what the images lay over
    GalleryPresenter(StackPane over, TeachPresenter teach, Consumer<float[]> look, Runnable onExport, Runnable onClose) {
        this.over = over;
        this.teach = teach;
        this.look = look;
        this.onClose = onClose;
        title.getStyleClass().add("panel-title");
        hint.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "small-control");
        close.setId("gallery.close");
        Hint.give(close, Texts.get("digits.closeHint"));
        close.setAccessibleText(Texts.get("digits.closeHint"));
        close.setOnAction(e -> close());
        export.getStyleClass().add("small-control");
        export.setId("gallery.export");
        Hint.give(export, Texts.get("digits.exportHint"));
        export.setOnAction(e -> onExport.run());
        HBox header = new HBox(8, title, hint, space, export, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("panel-header");
        VBox.setVgrow(view, Priority.ALWAYS);
        panel = new VBox(header, view);
        panel.getStyleClass().addAll("panel", "gallery-panel");
        // Wherever the keyboard has got to: a button that is disabled while it has it hands it on.
        EventHandler<KeyEvent> escape = e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                close();
            }
        };
        panel.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, escape);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, escape);
            }
        });
        panel.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode().isDigitKey()) {
                e.consume(); // the classes that they choose cannot be seen
            }
        });
        view.setListener(new Input());
    }

    void setTheme(Palette palette) {
        view.setTheme(palette);
    }

    /// Shows the images of the data set, the training part first.
    void showData(Snapshot snapshot) {
        Dataset data = snapshot.dataset();
        int count = data.train().count() + data.test().count();
        show(new Data(data, snapshot.experiment()), ClassNames.shown(data.classNames()), Texts.get("digits.browse", count), false);
    }

    /// Shows what the user has drawn and kept.
    void showOwn(List<String> classNames) {
        OwnDrawings own = teach.own();
        int most = own.all().stream().mapToInt(OwnDrawings.Drawn::label).max().orElse(0);
        List<String> enough = most < classNames.size() ? classNames
                : IntStream.rangeClosed(0, most).mapToObj(String::valueOf).toList();
        show(new Own(own), enough, Texts.get("digits.ownTitle", own.all().size()), true);
    }

    boolean isOpen() {
        return over.getChildren().contains(panel);
    }

    /// Brings back the drawing that was deleted last, while the drawings are shown.
    void undo() {
        if (export.isVisible()) {
            teach.restore();
            showOwn(names);
        }
    }

    void close() {
        if (over.getChildren().remove(panel)) {
            showBelow(true);
            onClose.run();
        }
    }

    private void showBelow(boolean shown) {
        over.getChildren().forEach(child -> child.setVisible(shown));
    }

    private void show(Images images, List<String> classNames, String name, boolean own) {
        shown = images;
        names = classNames;
        title.setText(name);
        export.setVisible(own);
        export.setManaged(own);
        export.setDisable(images.count() == 0);
        view.setDeletable(own);
        view.show(images, Centering.SIDE, Centering.SIDE, classNames);
        if (!isOpen()) {
            showBelow(false); // or the keyboard would get to what cannot be seen
            over.getChildren().add(panel);
        }
        view.requestFocus();
    }

    /// The images of both parts.
    private record Data(Dataset data, Experiment experiment) implements Images {
        @Override
        public int count() {
            return data.train().count() + data.test().count();
        }

        @Override
        public void pixels(int index, float[] into) {
            int training = data.train().count();
            Dataset.Samples part = index < training ? data.train() : data.test();
            int at = index < training ? index : index - training;
            System.arraycopy(DigitReader.ink(part.inputs(), at * PIXELS, experiment), 0, into, 0, PIXELS);
        }

        @Override
        public int label(int index) {
            int training = data.train().count();
            return index < training ? data.train().labels()[index] : data.test().labels()[index - training];
        }
    }

    private record Own(OwnDrawings own) implements Images {
        @Override
        public int count() {
            return own.all().size();
        }

        @Override
        public void pixels(int index, float[] into) {
            for (int i = 0; i < PIXELS; i++) {
                into[i] = (own.all().get(index).pixels()[i] & 0xff) / WHITE;
            }
        }

        @Override
        public int label(int index) {
            return own.all().get(index).label();
        }
    }

    /// What the user does with the images.
    private final class Input implements GalleryView.Listener {
        @Override
        public void chosen(int index) {
            float[] ink = new float[PIXELS];
            shown.pixels(index, ink);
            look.accept(ink);
        }

        @Override
        public void deleted(int index) {
            teach.delete(index);
            showOwn(names);
        }
    }
}
