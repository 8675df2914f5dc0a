package dev.crescent.ui.digits;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Images that are pasted or dropped: as files, or as pixels.
final class GivenImages {
    private final Pad pad;
    private final Taker taker;

    /// Whom they are handed to.
    interface Taker {
        void take(Image image);

        void take(File file);
    }

    GivenImages(Pad pad, Taker taker) {
        this.pad = pad;
        this.taker = taker;
        pad.setOnDragOver(this::dragOver);
        pad.setOnDragExited(e -> pad.showDropTarget(false));
        pad.setOnDragDropped(this::dropped);
    }

    /// Takes what was copied elsewhere.
    ///
    /// @return false if that is no image
    boolean paste() {
        return take(Clipboard.getSystemClipboard());
    }

    private void dragOver(DragEvent event) {
        Clipboard board = event.getDragboard();
        if (board.hasFiles() ? file(board).isPresent() : board.hasImage()) {
            event.acceptTransferModes(TransferMode.COPY);
            pad.showDropTarget(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        pad.showDropTarget(false);
        if (take(event.getDragboard())) {
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /// @return false if there is no image
    private boolean take(Clipboard from) {
        // Pixels beside a file may be no more than its icon.
        Optional<File> file = file(from);
        if (file.isPresent()) {
            taker.take(file.get());
            return true;
        }
        @Nullable Image image = !from.hasFiles() && from.hasImage() ? from.getImage() : null;
        if (image != null) {
            taker.take(image);
        }
        return image != null;
    }

    private static Optional<File> file(Clipboard from) {
        @Nullable List<File> files = from.hasFiles() ? from.getFiles() : null;
        return files == null ? Optional.empty() : files.stream()
                .filter(f -> f.getName().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)")).findFirst();
    }
}
