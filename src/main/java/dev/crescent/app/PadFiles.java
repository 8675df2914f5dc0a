package dev.crescent.app;

import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.GreyImage;
import dev.crescent.ui.digits.PadView;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/// Lays images that are pasted or dropped on a pad, and says so if they are none.
class PadFiles implements PadView.Listener {
    private final PadImages images;
    private final Consumer<String> warn;

    /// @param warn tells the user of a problem, in a sentence
    PadFiles(PadImages images, Consumer<String> warn) {
        this.images = images;
        this.warn = warn;
    }

    @Override
    public final void nothingToPaste() {
        warn.accept(Texts.get("digits.nothingToPaste"));
    }

    @Override
    public final void imageGiven(Image image) {
        images.show(GreyImage.of(image));
    }

    @Override
    public final void fileGiven(Path file) {
        images.open(file);
    }
}
