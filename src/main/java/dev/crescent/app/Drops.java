package dev.crescent.app;

import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Files and links dropped anywhere on the window. While one is dragged over it, this frame over the window says what will
/// happen.
final class Drops extends StackPane {
    Drops() {
        Label says = new Label(Texts.get("window.drop"));
        says.getStyleClass().add("drop-text");
        getChildren().setAll(says);
        getStyleClass().add("drop-frame");
        setMouseTransparent(true);
        setVisible(false);
    }

    /// @param files gets the first of the files
    /// @param links gets a link
    void install(Scene scene, Consumer<Path> files, Consumer<String> links) {
        // Filters for the frame: whoever takes the file, it comes and goes.
        scene.addEventFilter(DragEvent.DRAG_OVER, e -> setVisible(isTaken(e.getDragboard())));
        scene.addEventFilter(DragEvent.DRAG_DROPPED, e -> setVisible(false));
        scene.addEventFilter(DragEvent.DRAG_EXITED, e -> setVisible(false));
        scene.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (isTaken(e.getDragboard())) {
                e.acceptTransferModes(TransferMode.COPY, TransferMode.LINK); // all that some browsers offer of a link
                e.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            Optional<String> link = PlaygroundLinks.in(e.getDragboard());
            boolean any = e.getDragboard().hasFiles();
            if (any) {
                files.accept(e.getDragboard().getFiles().getFirst().toPath());
            } else {
                link.ifPresent(links);
            }
            e.setDropCompleted(any || link.isPresent());
            e.consume();
        });
    }

    private static boolean isTaken(Dragboard dragged) {
        return dragged.hasFiles() || PlaygroundLinks.in(dragged).isPresent();
    }
}
