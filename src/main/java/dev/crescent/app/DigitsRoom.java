package dev.crescent.app;

import dev.crescent.data.digits.Centering;
import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.InkImage;
import dev.crescent.data.digits.Preparation;
import dev.crescent.engine.Engine;
import dev.crescent.train.Glance;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.InsideView;
import dev.crescent.ui.digits.PadView;
import dev.crescent.ui.digits.Prediction;
import dev.crescent.ui.digits.PredictionView;
import dev.crescent.ui.digits.PreparationView;
import dev.crescent.ui.digits.TeachBar;
import dev.crescent.ui.digits.UnitCard;
import dev.crescent.ui.digits.WhyView;
import dev.crescent.ui.loss.CurvesView;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.points.ImageOffer;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Nodes;
import dev.crescent.ui.zoom.Scroller;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The digit room: what is drawn is read at once by the network on the bench, and it shows why. All methods run on the
/// JavaFX thread.
final class DigitsRoom implements AutoCloseable {
    private static final double PADDING = 16;
    /// Of the training panel's height: what the confusion and the mistakes take.
    private static final double BELOW = 0.5;
    private static final double LEAST_BELOW = 232;
    /// While training, a large network is read so seldom that the window has so many times as long for the rest.
    private static final int SPARE = 3;

    private final Workbench bench;
    private final DigitReader reader;
    private final WhyPresenter whyPart;
    private final MistakesPresenter mistakesPart;
    private final InsidePresenter insidePart;
    private final TeachPresenter teachPart;
    private final CurvesPresenter curvesPart;
    private final PadView pad = new PadView();
    private final PreparationView preparation = new PreparationView();
    private final PredictionView prediction = new PredictionView();
    private final WhyView why = new WhyView();
    private final InsideView inside = new InsideView();
    private final UnitCard unit = new UnitCard();
    private final CurvesView curves = new CurvesView();
    private final TeachBar teach = new TeachBar();
    private final ErrorsRow errors;
    private final StackPane content = new StackPane();
    private final ImageOffer offer = new ImageOffer();
    private final OfferPresenter offerPart;
    private final PadImages images;
    private final PadMemory memory;
    private final GalleryPresenter gallery;

    private final EarlyNetwork early = new EarlyNetwork();
    private @Nullable Snapshot shown; // null until there are images
    private String network = "";
    private long readAt;
    private long readNanos; // what that took
    private boolean dirty; // whether drawing, network or temperature are other than when it was read last

    DigitsRoom(Tools tools, Engine engine, ImageDownloads downloads) {
        Failures failures = tools.failures();
        Executor worker = tools.worker();
        Consumer<String> warn = tools.banners()::warn;
        FileDialogs dialogs = tools.dialogs();
        UserFolder folder = tools.folder();
        this.bench = tools.bench();
        this.reader = new DigitReader(engine);
        this.images = new PadImages(pad, worker, warn);
        this.memory = new PadMemory(pad, folder.pad(), worker);
        this.whyPart = new WhyPresenter(why, new WhyWorker(engine, failures::report));
        this.mistakesPart = new MistakesPresenter(new MistakesWorker(engine, failures::report), this::look);
        this.errors = new ErrorsRow(mistakesPart.confusion(), mistakesPart.mistakes());
        this.insidePart = new InsidePresenter(inside, unit, layer -> {
            whyPart.wantExciting(layer);
            dirty = true;
        });
        this.teachPart = new TeachPresenter(tools.bench(), teach, folder.drawings(), worker, warn);
        this.offerPart = new OfferPresenter(offer, downloads, tools.files()::openImages);
        this.curvesPart = new CurvesPresenter(curves);
        this.gallery = new GalleryPresenter(content, teachPart, this::look,
                () -> dialogs.toChoose("digits.exportTitle").ifPresent(chosen -> teachPart.export(chosen, tools.banners()::tell)),
                pad::requestFocus);
        curves.simplify(Texts.get("digits.training"));
        pad.setListener(new PadInput(dialogs, images, warn));
        why.setListener(target -> {
            whyPart.wantTarget(target);
            dirty = true;
        });
        teach.setListener(new TeachInput());
        teach.listenTo(content);
        content.addEventHandler(KeyEvent.ANY, this::key);
        content.getChildren().setAll(layout());
        content.getStyleClass().add("digits-room");
        teachPart.start();
        memory.recall(() -> {
            preparation.show(pad.preparation());
            dirty = true;
        });
    }

    Region content() {
        return content;
    }

    /// What there are pictures of, besides those of what is on the bench.
    List<ShownView> pictures() {
        return new DigitsSheets(() -> ShippedTitles.local(bench.experiment().title()), pad, prediction, why, inside,
                mistakesPart.mistakes()).pictures();
    }

    /// How much the bar takes with which it is taught, in pixels; 0 where it is scrolled out of sight.
    double foot() {
        return Scroller.isInSight(teach) ? teach.getHeight() : 0;
    }

    void setTheme(Theme theme) {
        Palette colors = Palette.of(theme);
        pad.setTheme(colors);
        preparation.setTheme(colors);
        prediction.setTheme(colors);
        why.setTheme(colors);
        inside.setTheme(colors);
        unit.setTheme(colors);
        curves.setTheme(colors);
        mistakesPart.setTheme(colors);
        gallery.setTheme(colors);
        dirty = true;
    }

    private DigitsLayout layout() {
        VBox left = padded(new VBox(12, pad, preparation));
        VBox middle = padded(new VBox(8, prediction, why));
        VBox.setVgrow(prediction, Priority.ALWAYS);
        errors.setPadding(new Insets(0, PADDING, 8, PADDING));
        errors.setMinHeight(LEAST_BELOW);
        StackPane above = new StackPane(curves, offer);
        above.setMinHeight(0);
        // The curves have margins of their own.
        StackPane.setMargin(offer, new Insets(40, 0, 0, 0));
        offer.getStyleClass().add("panel");
        VBox right = new VBox(8, above, errors);
        right.getStyleClass().add("training-column");
        VBox.setVgrow(above, Priority.ALWAYS);
        right.heightProperty().subscribe(height ->
                errors.setPrefHeight(Math.max(LEAST_BELOW, BELOW * height.doubleValue())));
        VBox strip = padded(new VBox(inside));
        VBox.setVgrow(inside, Priority.ALWAYS);
        return new DigitsLayout(left, middle, right, strip, teach);
    }

    private static VBox padded(VBox box) {
        box.setPadding(new Insets(0, PADDING, 8, PADDING));
        return box;
    }

    /// Takes the keyboard, so that the pad's keys work at once.
    void enter() {
        dirty = true;
        readNanos = 0;
        pad.requestFocus();
    }

    /// Puts a drawing on the pad, which Undo takes back there.
    void take(Drawing drawing) {
        memory.take(drawing);
        preparation.show(pad.preparation());
        dirty = true;
    }

    /// The pad's keys are its own wherever the keyboard is in the room, but not in a text or under the gallery.
    private void key(KeyEvent event) {
        if (!gallery.isOpen() && !(event.getTarget() instanceof TextInputControl)) {
            pad.take(event);
        }
    }

    /// Takes a key that was pressed outside of the room, at the bars above: the pad's keys work wherever the keyboard is.
    void keyElsewhere(KeyEvent event) {
        boolean within = event.getTarget() instanceof Node target && Nodes.isWithin(target, content);
        if (!within) {
            key(event);
        }
    }

    /// Takes back the last step on the pad, if something was done there and the keyboard is at the pad, or nowhere else in
    /// the room and the bars: who came by the rail and draws means the drawing.
    ///
    /// @return whether the step was the pad's to take
    boolean undo() {
        if (gallery.isOpen()) {
            gallery.undo();
            return true;
        }
        boolean its = takesSteps();
        if (its) {
            pad.undo();
        }
        return its;
    }

    private boolean takesSteps() {
        if (content.getScene() == null) {
            return false; // another room is shown
        }
        Node owner = content.getScene().getFocusOwner();
        boolean nowhere = owner == null || owner instanceof ToggleButton && owner.getParent() instanceof Rail;
        return pad.takesSteps() || nowhere && pad.hasSteps();
    }

    /// Takes it again, likewise.
    boolean redo() {
        boolean its = takesSteps();
        if (its) {
            pad.redo();
        }
        return its;
    }

    /// Says what the network on the bench is called.
    void setNetwork(String name) {
        network = name;
        dirty = true;
    }

    /// How many images the data set has, as far as is known.
    int imageCount() {
        Snapshot current = shown;
        return current == null ? 0 : current.dataset().train().count() + current.dataset().test().count();
    }

    /// Shows all images of the data set.
    void browse() {
        Snapshot current = shown;
        if (current != null) {
            gallery.showData(current);
        }
    }

    void leave() {
        insidePart.close();
        gallery.close();
    }

    /// Brings the room up to date; called once a frame while it is shown.
    void frame(long now) {
        Snapshot newest = bench.trainer().latest();
        if (newest != null && newest != shown && DigitReader.suits(newest)) {
            show(newest, now);
        }
        Snapshot current = shown;
        if (current == null) {
            readEarly();
            return;
        }
        offerPart.frame(current);
        boolean samples = current.dataset().train().count() > 0;
        curves.showCharts(samples);
        errors.setVisible(samples);
        dirty |= mistakesPart.frame(current);
        teachPart.frame(current, ink -> classOf(current, ink));
        follow(current);
    }

    /// Reads what is drawn before there are images to train with.
    private void readEarly() {
        Snapshot network = early.of(bench);
        if (network != null) {
            follow(network);
        }
    }

    private void follow(Snapshot current) {
        if (dirty && System.nanoTime() - readAt >= SPARE * readNanos) {
            read(current);
        }
        whyPart.frame();
        whyPart.takeExciting((of, layer, peaks) -> insidePart.showExciting(of, layer, peaks));
    }

    private void show(Snapshot newest, long now) {
        shown = newest;
        dirty = true;
        teach.setClassNames(ClassNames.shown(newest.dataset().classNames()));
        curvesPart.show(newest, now);
        int samples = newest.dataset().train().count();
        int looked = Glance.samples(newest.experiment(), newest.dataset(), samples);
        curves.setSubject(looked < samples ? Texts.get("digits.samplesLooked", samples, looked) : Texts.get("digits.samples", samples));
    }

    private void read(Snapshot current) {
        dirty = false;
        long start = System.nanoTime();
        readAndShow(current);
        readAt = System.nanoTime();
        readNanos = readAt - start;
    }

    private void readAndShow(Snapshot current) {
        Preparation prepared = pad.preparation();
        List<String> names = ClassNames.shown(current.dataset().classNames());
        double temperature = mistakesPart.temperature(current);
        DigitReader.Reading reading = reader.read(current, prepared.centered(), temperature);
        inside.setIdle(prepared.isEmpty());
        insidePart.show(current, reading);
        prediction.setSubject(network, temperature);
        teach.setDrawn(current == shown && !prepared.isEmpty());
        if (prepared.isEmpty()) {
            prediction.show(Prediction.empty(names));
            whyPart.clear(current);
            return;
        }
        float[] asDrawn = reader.probabilities(current, prepared.asDrawn(), temperature);
        prediction.show(new Prediction(names, reading.probabilities(), asDrawn, mistakesPart.state(current, reading)));
        whyPart.show(current, prepared.centered(), reading, temperature);
    }

    /// The class that the network reads in an image of the pad.
    private int classOf(Snapshot current, float[] ink) {
        return DigitReader.winner(reader.probabilities(current, ink, 1));
    }

    /// Puts a test image on the pad, to be looked at like a drawing.
    private void look(float[] ink) {
        pad.setBackground(new InkImage(Centering.SIDE, Centering.SIDE, ink));
    }

    @Override
    public void close() {
        memory.close();
        insidePart.close();
        whyPart.close();
        mistakesPart.close();
    }

    /// What the user does on the pad.
    private final class PadInput extends PadFiles {
        private final FileDialogs dialogs;
        private final PadImages images;

        PadInput(FileDialogs dialogs, PadImages images, Consumer<String> warn) {
            super(images, warn);
            this.dialogs = dialogs;
            this.images = images;
        }

        /// Read in the same frame: who draws sees the bars follow the pen.
        @Override
        public void drawn(Drawing drawing) {
            memory.changed();
            preparation.show(pad.preparation());
            Snapshot current = shown == null ? early.of(bench) : shown;
            if (current != null) {
                read(current);
            }
        }

        @Override
        public void imageWanted() {
            dialogs.toOpen("digits.openImage", PadImages.KINDS).ifPresent(images::open);
        }
    }

    /// What the user teaches.
    private final class TeachInput implements TeachBar.Listener {
        @Override
        public void taught(int label) {
            Snapshot current = shown;
            Preparation prepared = pad.preparation();
            if (current != null && !prepared.isEmpty()) {
                teachPart.teach(prepared.centered(), label, classOf(current, prepared.centered()), current);
            }
        }

        @Override
        public void againWanted() {
            Snapshot current = shown;
            if (current != null) {
                teachPart.teachAll(current, ink -> classOf(current, ink));
            }
        }

        @Override
        public void ownDrawingsWanted() {
            Snapshot current = shown;
            gallery.showOwn(current == null ? List.of() : ClassNames.shown(current.dataset().classNames()));
        }
    }
}
