package dev.crescent.app;

import dev.crescent.data.digits.InkImage;
import dev.crescent.data.digits.Photo;
import dev.crescent.export.ImageFile;
import dev.crescent.export.ImageFileException;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.GreyImage;
import dev.crescent.ui.digits.PadView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;

/// Puts images on the pad: of a photographed digit only the ink.
///
/// @param worker one thread for files
/// @param warn tells the user a sentence
record PadImages(PadView pad, Executor worker, Consumer<String> warn) {
    static final List<FileChooser.ExtensionFilter> KINDS = List.of(new FileChooser.ExtensionFilter(
            Texts.get("digits.imageFiles"), "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"));

    private static final float WHITE = 255;

    void open(Path file) {
        worker.execute(() -> {
            try {
                ImageFile.Grey grey = ImageFile.read(file);
                show(file.toString(), grey.values(), grey.rows(), grey.columns());
            } catch (ImageFileException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    void show(GreyImage image) {
        worker.execute(() -> {
            float[] grey = new float[image.grey().length];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = WHITE * image.grey()[i];
            }
            show(Texts.get("digits.thisImage"), grey, image.rows(), image.columns());
        });
    }

    private void show(String name, float[] grey, int rows, int columns) {
        float[] ink = Photo.ink(grey, rows, columns);
        float most = 0;
        for (int i = 0; i < ink.length; i++) {
            ink[i] /= WHITE;
            most = Math.max(most, ink[i]);
        }
        boolean empty = most == 0;
        Platform.runLater(() -> {
            if (empty) {
                warn.accept(Texts.get("digits.noInk", name));
            } else {
                pad.setBackground(new InkImage(rows, columns, ink));
            }
        });
    }
}
