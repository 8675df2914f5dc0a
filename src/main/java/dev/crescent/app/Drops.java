package dev.crescent.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files dropped anywhere on the window.
final class Drops {
    private Drops() {}

    /// @param action gets the first of the files
    static void install(Scene scene, Consumer<Path> action) {
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
