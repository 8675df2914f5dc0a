package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.export.link.LinkException;
import dev.crescent.export.link.PlaygroundLink;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.OutputView;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Links of TensorFlow Playground: those that are pasted or dropped are opened, and the experiment on the bench has one to
/// copy if the Playground could show it. Used on the JavaFX thread.
final class PlaygroundLinks {
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

    private final Workbench bench;
    private final FileActions files;
    private final OutputView output;
    private final Banners banners;

    /// @param output has the switches for what a link wants shown
    PlaygroundLinks(Workbench bench, FileActions files, OutputView output, Banners banners) {
        this.bench = bench;
        this.files = files;
        this.output = output;
        this.banners = banners;
    }

    /// A link and nothing else, of the Playground or another one; empty for whatever else was copied or is dragged.
    static Optional<String> in(Clipboard from) {
        // A picture or a file that was copied from a page brings its address along.
        return from.hasImage() || from.hasFiles() ? Optional.empty()
                : Stream.of(from.hasUrl() ? from.getUrl() : null, from.hasString() ? from.getString() : null)
                        .flatMap(Stream::ofNullable).filter(PlaygroundLink::isLink).findFirst();
    }

    /// The experiment as its link has it, if it came from one and was not changed since; empty otherwise.
    static Optional<Experiment> origin(Experiment experiment) {
        try {
            return Optional.of(PlaygroundLink.read(new PlaygroundLink(experiment, false, false).text()).experiment())
                    .filter(experiment::equals);
        } catch (LinkException e) {
            return Optional.empty(); // it came from elsewhere
        }
    }

    /// A link that can be opened; empty for anything else.
    static Optional<PlaygroundLink> read(String text) {
        try {
            return PlaygroundLink.isLink(text) ? Optional.of(PlaygroundLink.read(text)) : Optional.empty();
        } catch (LinkException e) {
            return Optional.empty(); // who opens it is told
        }
    }

    /// The document that a link stands for.
    ///
    /// @throws OpeningException with a sentence if it cannot be opened
    static Document document(String link) throws OpeningException {
        try {
            return Document.begun(PlaygroundLink.read(link).experiment());
        } catch (LinkException e) {
            throw new OpeningException(Sentences.of(e), e);
        }
    }

    /// Takes the key for pasting wherever it is not meant for a text, if a link was copied.
    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event) && !(event.getTarget() instanceof TextInputControl)) {
                in(Clipboard.getSystemClipboard()).ifPresent(link -> {
                    event.consume();
                    open(link);
                });
            }
        });
    }

    /// Opens a link, or says why it cannot be opened.
    void open(String link) {
        try {
            PlaygroundLink read = PlaygroundLink.read(link);
            files.open(read.experiment(), () -> show(read));
        } catch (LinkException e) {
            banners.warn(Sentences.of(e));
        }
    }

    /// Opens the link on the clipboard, or says that there is none.
    void pasteAsWished() {
        in(Clipboard.getSystemClipboard()).ifPresentOrElse(this::open, () -> banners.warn(Texts.get("link.none")));
    }

    /// Puts the link of the experiment on the bench on the clipboard, or says why it has none.
    void copy() {
        try {
            ClipboardContent content = new ClipboardContent();
            content.putString(new PlaygroundLink(bench.experiment(), output.showTestProperty().get(),
                    output.discretizeProperty().get()).text());
            Clipboard.getSystemClipboard().setContent(content);
            banners.tell(Texts.get("link.copied"));
        } catch (LinkException e) {
            banners.warn(Sentences.of(e));
        }
    }

    /// Switches on what the link wants shown. Nothing is switched off: what a link does not want is what the Playground
    /// does not show at first, and nobody's wish.
    void show(PlaygroundLink link) {
        if (link.showTestData()) {
            output.showTestProperty().set(true);
        }
        if (link.discretize()) {
            output.discretizeProperty().set(true);
        }
    }
}
