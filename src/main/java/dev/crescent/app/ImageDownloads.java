package dev.crescent.app;

import dev.crescent.data.Datasets;
import dev.crescent.data.download.Download;
import dev.crescent.data.download.DownloadException;
import dev.crescent.data.download.Progress;
import dev.crescent.data.download.RemoteImages;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.ui.data.DataPanel;
import dev.crescent.ui.points.ImageOffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The downloads that the user has started, one a set of images at a time. All methods run on the JavaFX thread.
final class ImageDownloads implements AutoCloseable {
    private final Function<ImageSet, Optional<RemoteImages>> known;
    private final Consumer<ImageSet> arrived;
    private final Map<ImageSet, Going> going = new EnumMap<>(ImageSet.class);
    private final Map<ImageSet, String> failures = new EnumMap<>(ImageSet.class);

    /// @param progress the newest; whoever draws takes it when it is ready
    private record Going(Download download, AtomicReference<@Nullable Progress> progress) {}

    /// @param known what can be downloaded
    /// @param arrived told when all files of a set are in the folder where experiments look for them
    ImageDownloads(Function<ImageSet, Optional<RemoteImages>> known, Consumer<ImageSet> arrived) {
        this.known = known;
        this.arrived = arrived;
    }

    /// How it is with a set's images as far as their download goes.
    ImageOffer.State state(ImageSet set) {
        String name = DataPanel.name(new Source.Images(set, set == ImageSet.IDX ? "" : null, 0));
        Going now = going.get(set);
        if (now != null) {
            return new ImageOffer.State.Coming(name, now.progress.get());
        }
        String failure = failures.get(set);
        if (failure != null) {
            return new ImageOffer.State.Failed(failure);
        }
        Optional<RemoteImages> images = known.apply(set);
        return new ImageOffer.State.Missing(name, Datasets.folderOf(set).toString(),
                images.map(RemoteImages::bytes).orElse(0L), images.map(RemoteImages::host).orElse(""));
    }

    /// Starts a download, or goes on with one that broke off; does nothing while it is on its way.
    void start(ImageSet set) {
        RemoteImages images = known.apply(set).orElse(null);
        if (images == null || going.containsKey(set)) {
            return;
        }
        failures.remove(set);
        AtomicReference<@Nullable Progress> progress = new AtomicReference<>();
        Download download = new Download(images, Datasets.folderOf(set), progress::set);
        going.put(set, new Going(download, progress));
        Thread.ofPlatform().name("crescent-download").daemon(true).start(() -> run(set, download));
    }

    private void run(ImageSet set, Download download) {
        boolean there = false;
        String failure = "";
        try {
            there = download.run();
        } catch (DownloadException e) {
            failure = String.valueOf(e.getMessage());
            Logs.warning("A download failed", e);
        } finally {
            boolean whole = there;
            String sentence = failure;
            Platform.runLater(() -> ended(set, download, whole, sentence));
        }
    }

    /// @param failure a sentence; empty if there is none
    private void ended(ImageSet set, Download download, boolean whole, String failure) {
        Going now = going.get(set);
        if (now == null || now.download != download) {
            return;
        }
        going.remove(set);
        if (!failure.isEmpty()) {
            failures.put(set, failure);
        }
        if (whole) {
            arrived.accept(set);
        }
    }

    /// Ends a set's download; what has come is kept.
    void cancel(ImageSet set) {
        Going now = going.get(set);
        if (now != null) {
            now.download.cancel();
        }
    }

    /// Ends all of them.
    @Override
    public void close() {
        going.values().forEach(each -> each.download.cancel());
        going.clear();
    }
}
