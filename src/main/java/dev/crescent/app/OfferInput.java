package dev.crescent.app;

import dev.crescent.experiment.ImageSet;
import dev.crescent.ui.points.ImageOffer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the user does with an offer of images.
///
/// @param missing the set that is offered; null while none is
/// @param chooseFolder lets the user choose where the images lie
/// @param after shows what has become of the offer
record OfferInput(ImageDownloads downloads, Supplier<@Nullable ImageSet> missing, Runnable chooseFolder, Runnable after)
        implements ImageOffer.Listener {
    @Override
    public void downloadWanted() {
        withMissing(downloads::start);
    }

    @Override
    public void cancelled() {
        withMissing(downloads::cancel);
    }

    @Override
    public void folderWanted() {
        chooseFolder.run();
    }

    private void withMissing(Consumer<ImageSet> action) {
        ImageSet set = missing.get();
        if (set != null) {
            action.accept(set);
            after.run();
        }
    }
}
