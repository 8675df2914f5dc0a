package dev.crescent.app;

import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Files dropped anywhere on the window. While one is dragged over it, this frame over the window says what will happen.
final class Drops extends StackPane {
    Drops() {
        Label says = new Label(Texts.get("window.drop"));
        says.getStyleClass().add("drop-text");
        getChildren().setAll(says);
        getStyleClass().add("drop-frame");
        setMouseTransparent(true);
        setVisible(false);
    }

    /// @param action gets the first of the files
    void install(Scene scene, Consumer<Path> action) {
        // Filters for the frame: whoever takes the file, it comes and goes.
        scene.addEventFilter(DragEvent.DRAG_OVER, e -> setVisible(e.getDragboard().hasFiles()));
        scene.addEventFilter(DragEvent.DRAG_DROPPED, e -> setVisible(false));
        scene.addEventFilter(DragEvent.DRAG_EXITED, e -> setVisible(false));
        scene.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            boolean any = e.getDragboard().hasFiles();
            if (any) {
                action.accept(e.getDragboard().getFiles().getFirst().toPath());
            }
            e.setDropCompleted(any);
            e.consume();
        });
    }
}
