package dev.crescent.app;

import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.points.ImageOffer;
import org.jspecify.annotations.Nullable;

/// Offers the images that an experiment needs and that are not on this machine yet.
final class OfferPresenter {
    private final ImageOffer offer;
    private final ImageDownloads downloads;
    private @Nullable ImageSet missing;
    private ImageOffer.@Nullable State shown;

    /// @param chooseFolder lets the user choose where the images lie
    OfferPresenter(ImageOffer offer, ImageDownloads downloads, Runnable chooseFolder) {
        this.offer = offer;
        this.downloads = downloads;
        offer.setVisible(false);
        offer.setListener(new OfferInput(downloads, () -> missing, chooseFolder, () -> { }));
    }

    /// Brings the offer up to date; called once a frame.
    void frame(Snapshot current) {
        boolean none = current.dataset().train().count() == 0;
        missing = none && current.experiment().data().source() instanceof Source.Images images ? images.set() : null;
        offer.setVisible(missing != null);
        ImageSet set = missing;
        if (set != null) {
            ImageOffer.State state = downloads.state(set);
            if (!state.equals(shown)) {
                shown = state;
                offer.show(state);
            }
        }
    }
}
