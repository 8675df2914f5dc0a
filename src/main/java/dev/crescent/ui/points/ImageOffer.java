package dev.crescent.ui.points;

import dev.crescent.data.download.Progress;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in the picture's place while images are missing: where they can be had, how far their download is, or why
/// it failed. All methods run on the JavaFX thread.
public final class ImageOffer extends VBox {
    private static final double MEGA = 1e-6;

    private final Label sentence = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final Button download = new Button("", new FontIcon(Feather.DOWNLOAD));
    private final Button folder = new Button(Texts.get("images.folder"), new FontIcon(Feather.FOLDER));
    private final Button cancel = new Button(Texts.get("offer.cancel"));
    private Listener listener = new Listener() {};
    private @Nullable State shown;

    /// How it is with the images.
    public sealed interface State {
        /// They are not here.
        ///
        /// @param name of the images
        /// @param lookedIn the folder in which they are not
        /// @param bytes of a download
        /// @param from where they can be downloaded; empty if they cannot
        record Missing(String name, String lookedIn, long bytes, String from) implements State {}

        /// They come.
        ///
        /// @param progress null before the first bytes
        record Coming(String name, @Nullable Progress progress) implements State {}

        /// Their download failed.
        ///
        /// @param sentence what, where, and what to do; without a full stop
        record Failed(String sentence) implements State {}
    }

    /// What the user wants; every method may be left out.
    public interface Listener {
        /// The images are to be downloaded, or the download is to go on.
        default void downloadWanted() {}

        /// The download is to end; what has come stays.
        default void cancelled() {}

        /// The folder where the images lie is to be chosen from a dialog.
        default void folderWanted() {}
    }

    public ImageOffer() {
        super(12);
        setId("output.offer");
        sentence.setId("output.offer.sentence");
        sentence.setWrapText(true);
        bar.setId("output.progress");
        bar.getStyleClass().add("neutral");
        bar.setMaxWidth(Double.MAX_VALUE);
        progress.setId("output.progress.text");
        progress.getStyleClass().add("muted");
        progress.setWrapText(true);
        download.setId("output.download");
        download.setOnAction(e -> listener.downloadWanted());
        folder.setId("output.action");
        Hint.give(folder, Texts.get("images.folderHint"));
        folder.setOnAction(e -> listener.folderWanted());
        cancel.setId("output.cancel");
        Hint.give(cancel, Texts.get("offer.cancelHint"));
        cancel.setOnAction(e -> listener.cancelled());
        HBox buttons = new HBox(8, download, folder, cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(sentence, bar, progress, buttons);
    }

    public void setListener(Listener listener) {
        this.listener = listener;
    }

    /// Shows how it is with the images.
    public void show(State state) {
        boolean moved = shown == null || shown.getClass() != state.getClass();
        boolean focused = download.isFocused() || cancel.isFocused();
        shown = state;
        switch (state) {
            case State.Missing missing -> showMissing(missing);
            case State.Coming coming -> showComing(coming);
            case State.Failed failed -> say(Texts.get("offer.failed", Sentences.local(failed.sentence())));
        }
        boolean coming = state instanceof State.Coming;
        there(bar, coming);
        there(progress, coming);
        there(cancel, coming);
        there(folder, !coming);
        there(download, !coming && !(state instanceof State.Missing missing && missing.from().isEmpty()));
        download.setText(Texts.get(state instanceof State.Failed ? "offer.retry" : "offer.download"));
        sentence.getStyleClass().setAll("label", state instanceof State.Failed ? "danger-text" : coming ? "value" : "muted");
        // Whoever pressed the one button may want the other, which takes its place.
        if (moved && focused) {
            (coming ? cancel : download).requestFocus();
        }
    }

    private void showMissing(State.Missing missing) {
        say(missing.from().isEmpty() ? Texts.get("offer.missing", missing.name(), missing.lookedIn())
                : Texts.get("offer.available", missing.name(), missing.lookedIn(), megabytes(missing.bytes()), missing.from()));
    }

    private void showComing(State.Coming coming) {
        say(Texts.get("offer.coming", coming.name()));
        Progress now = coming.progress();
        bar.setProgress(now == null ? ProgressBar.INDETERMINATE_PROGRESS : now.share());
        progress.setText(now == null ? Texts.get("offer.connecting") : text(now));
        bar.setAccessibleText(sentence.getText() + " " + progress.getText());
    }

    private static String text(Progress now) {
        String much = Texts.get("offer.progress", megabytes(now.done()), megabytes(now.total()));
        return Double.isNaN(now.bytesPerSecond()) ? much : much + Texts.get("offer.speed", megabytes(now.bytesPerSecond()));
    }

    private static String megabytes(double bytes) {
        return Numbers.fixed(bytes * MEGA, 1);
    }

    private void say(String text) {
        sentence.setText(text);
    }

    private static void there(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
