package dev.crescent.app;

import dev.crescent.data.OwnSamples;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.train.Change;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Progress;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Trainer;
import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The document on the bench, what was done to it, and the trainer that follows it. Used by one thread.
final class Workbench implements AutoCloseable {
    /// Of a speed that is kept; a little is always lost.
    private static final double NEARLY = 0.9;

    private final Engines engines;
    private final Trainer trainer;
    private UndoStack deeds = new UndoStack();
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Runnable> opened = new ArrayList<>();
    private final List<BiConsumer<Deed.Taught, Boolean>> lessons = new ArrayList<>();
    private final List<BiConsumer<Deed.Branched, Boolean>> branches = new ArrayList<>();
    private final List<Runnable> returns = new ArrayList<>();
    private final Playhead playhead = new Playhead();
    private Runnable onBack = () -> { };
    private double speed = Double.POSITIVE_INFINITY; // steps a second
    private final PinnedRuns pinned = new PinnedRuns();
    private final Place first; // what is on the bench until the trainer is there
    private Document document;
    private Place came; // what was put on the bench last
    private @Nullable Trained trained; // the network that came with weights last
    private float @Nullable [] start; // what the trainer was told that runs begin with
    private long sitting; // counts the documents that were on the bench
    private @Nullable String awaited; // the mark that the end of a gesture leaves; null outside of gestures

    /// @param onFailure told of an error in the trainer itself, on the trainer's thread
    Workbench(Document document, Engines engines, Consumer<Throwable> onFailure) {
        this(Place.start(document), engines, onFailure);
    }

    /// @param first a document at its start, or with its training of another day
    /// @param onFailure told of an error in the trainer itself, on the trainer's thread
    Workbench(Place first, Engines engines, Consumer<Throwable> onFailure) {
        this.document = first.document();
        this.first = first;
        this.came = first;
        pinned.bring(first.pinned());
        this.engines = engines;
        Progress progress = first.progress();
        Path base = Path.of("").toAbsolutePath();
        this.trainer = progress == null ? new Trainer(experiment(), engines, base, onFailure)
                : new Trainer(progress, experiment(), engines, base, onFailure);
    }

    Document document() {
        return document;
    }

    Experiment experiment() {
        return document.experiment();
    }

    Engines engines() {
        return engines;
    }

    Trainer trainer() {
        return trainer;
    }

    /// Which moment of the run is shown, and which others could be.
    Playhead playhead() {
        return playhead;
    }

    /// The runs that its curves are compared with, whatever document is on it.
    PinnedRuns pinned() {
        return pinned;
    }

    /// The snapshot that all views show: the newest, or the earlier moment that the timeline is at. Null until the first
    /// experiment is ready.
    @Nullable Snapshot shown() {
        Snapshot held = playhead.held();
        return held == null ? trainer.latest() : held;
    }

    /// The experiment whose network is shown: the one on the bench, or that of the earlier moment that is shown.
    Experiment shownExperiment() {
        Snapshot held = playhead.held();
        return held == null ? experiment() : held.experiment();
    }

    /// Whether a snapshot's parameters are those of the network that is shown; not while the trainer catches up.
    boolean has(Snapshot snapshot) {
        Experiment of = snapshot.experiment();
        Experiment shown = shownExperiment();
        return of.model().equals(shown.model()) && of.features().equals(shown.features());
    }

    /// Trains at most so fast.
    ///
    /// @param stepsPerSecond infinite for no limit
    void setSpeed(double stepsPerSecond) {
        speed = stepsPerSecond;
        trainer.send(new Command.Speed(stepsPerSecond));
    }

    /// Whether training goes on as fast as this machine can, slower than it may.
    boolean isAtFullSpeed(Snapshot newest) {
        return newest.running()
                && newest.samplesPerSecond() < NEARLY * speed * newest.experiment().training().batchSize();
    }

    /// Told after the document, or what can be undone, has changed.
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Told after another document was put on the bench.
    void onOpen(Runnable listener) {
        opened.add(listener);
    }

    /// Told of a lesson that is undone (true) or done again.
    void onTaught(BiConsumer<Deed.Taught, Boolean> listener) {
        lessons.add(listener);
    }

    /// Told when a change brings the newest moment back on screen, where it is made.
    void onBack(Runnable listener) {
        onBack = listener;
    }

    /// Shows the newest moment, where changes are made.
    void backToNewest() {
        if (!playhead.isLive()) {
            playhead.live();
            onBack.run();
        }
    }

    /// Told when a run is brought back, which pauses, whether one that was left, one from an earlier moment, or by undo.
    void onReturn(Runnable listener) {
        returns.add(listener);
    }

    /// Told of a run that goes on from an earlier moment (false), and of one that has come back in its place (true).
    void onBranch(BiConsumer<Deed.Branched, Boolean> listener) {
        branches.add(listener);
    }

    /// Goes on with a changed experiment, at the newest moment, which is shown from then on.
    ///
    /// @param what changed, a few words for the curves; empty for no mark
    /// @param finished false while a gesture goes on, all of which is undone at once and marked at its end
    void change(Experiment next, String what, boolean finished) {
        if (next.equals(document.experiment())) {
            if (finished) {
                endGesture(what);
            }
            return;
        }
        backToNewest();
        deeds.add(new Deed.Changed(experiment(), next, what, givenUp(next), null), finished);
        become(document.with(next), finished ? what : "");
        awaited = finished ? null : what;
    }

    /// Where training stands that would begin anew with another experiment; null if it goes on, or has not begun.
    private @Nullable Place givenUp(Experiment next) {
        Place here = Change.restarts(experiment(), next) ? here() : null;
        return here != null && here.hasTrained() ? here : null;
    }

    /// Reads data that were not there when they were read last.
    void readAgain() {
        trainer.send(new Command.Become(experiment(), ""));
    }

    /// What changes from now on is a deed of its own.
    void endGesture() {
        endGesture(awaited == null ? "" : awaited);
    }

    /// A gesture leaves one mark, however many changes it made.
    private void endGesture(String mark) {
        deeds.endGesture();
        if (awaited != null && !mark.isEmpty()) {
            trainer.send(new Command.Become(experiment(), mark));
        }
        awaited = null;
    }

    /// Puts another document on the bench, from its start; that can be undone too.
    void open(Document next) {
        open(Place.start(next));
    }

    /// Puts another document on the bench, where its training stands; that can be undone too.
    void open(Place next) {
        playhead.live();
        deeds.add(new Deed.Opened(here(), next), true);
        put(next);
    }

    /// Puts what waited for another room on the bench, where its training stands. That is nothing that could be undone:
    /// undone is what was done to it before.
    ///
    /// @param its as from [#deeds]
    void visit(Place next, UndoStack its) {
        playhead.live();
        deeds.endGesture();
        deeds = its;
        put(next);
    }

    private void put(Place next) {
        came = next;
        go(next);
        List.copyOf(opened).forEach(Runnable::run); // one of them may make a room that listens, too
    }

    /// What was put on the bench last, as it was then.
    Place came() {
        return came;
    }

    /// What was done to what is on the bench, to be [taken along][#visit] with it.
    UndoStack deeds() {
        return deeds;
    }

    /// What is on the bench counts as opened in the place of another document: who undoes everything comes back to that.
    ///
    /// @param its what was done to the other
    void follows(Place other, UndoStack its) {
        deeds.follow(its, new Deed.Opened(other, here()));
    }

    /// A network and the weights that it comes with.
    private record Trained(Model model, float[] weights) {}

    /// The weights that the network on the bench came with, and goes back to with a reset; null if they are the model's own.
    float @Nullable [] comesWith() {
        Trained known = trained;
        return known != null && known.model.equals(experiment().model()) && !isOfClothes(experiment().data().source())
                ? known.weights : null;
    }

    /// What comes with weights reads digits: of clothes it knows nothing.
    static boolean isOfClothes(Source source) {
        return source instanceof Source.Images images && images.set() == ImageSet.FASHION_MNIST;
    }

    /// Whether the network on the bench is one that came with weights, which it still has or has learned on from.
    boolean beganTrained() {
        return comesWith() != null;
    }

    /// Gives the network on the bench the weights that it comes with.
    void beginTrained(float[] weights) {
        comesWith(weights);
        reset();
    }

    /// Tells what weights the network on the bench came with, without giving them to it.
    void comesWith(float[] weights) {
        trained = new Trained(experiment().model(), weights);
    }

    /// Back to the start: the model's own starting weights, or those that it came with.
    void reset() {
        playhead.live();
        sendStart();
        trainer.send(new Command.Reset());
    }

    /// Tells the trainer what the next run begins with, if that has changed.
    private void sendStart() {
        float[] weights = comesWith();
        if (weights != start) {
            start = weights;
            trainer.send(new Command.StartFrom(weights));
        }
    }

    /// Teaches samples of the user's own; undone, the network has the weights and samples that it had before.
    ///
    /// @param added whether the last of them is a new one
    void teach(OwnSamples before, OwnSamples after, boolean added) {
        playhead.live();
        Snapshot latest = trainer.latest();
        if (latest != null) {
            deeds.add(new Deed.Taught(latest.parameters(), before, after, added), true);
        }
        trainer.send(new Command.Teach(after, true));
        tell();
    }

    /// What is on the bench, and where its training stands.
    Place here() {
        Snapshot latest = trainer.latest();
        if (latest == null && document.equals(first.document())) {
            return first;
        }
        if (latest == null || !latest.experiment().equals(document.experiment())) {
            return Place.start(document);
        }
        // Without images there is nothing to train on, but the weights can be those that the experiment came with.
        boolean trainable = latest.dataset().train().count() > 0;
        return trainable ? new Place(document, latest, comesWith(), moments(latest))
                : new Place(document, null, latest.parameters());
    }

    /// The timeline's moments, unless it has not seen anything of this run yet.
    private List<Snapshot> moments(Snapshot of) {
        List<Snapshot> moments = playhead.timeline().moments();
        return !moments.isEmpty() && moments.getLast().run() == of.run() ? moments : List.of();
    }

    /// Where the training of what is on the bench stands, to be kept or saved; null while that is not known, or not of what is
    /// on the bench.
    @Nullable Progress progress() {
        Snapshot latest = trainer.latest();
        return latest == null || !latest.experiment().equals(experiment()) ? null : Progress.of(latest);
    }

    /// A number that is another when another document has come to the bench, be it by undo.
    long sitting() {
        return sitting;
    }

    private void go(Place to) {
        sitting++;
        pinned.bring(to.pinned());
        Snapshot snapshot = to.snapshot();
        Progress progress = to.progress();
        if (snapshot != null) {
            document = to.document();
            awaited = null;
            float[] weights = to.weights();
            trained = weights == null ? null : new Trained(document.experiment().model(), weights);
            comeBack(to.moments(), snapshot);
            tell();
            return;
        }
        float[] weights = to.weights();
        trained = weights == null ? null : new Trained(to.document().experiment().model(), weights);
        if (progress != null) {
            document = to.document();
            awaited = null;
            sendStart();
            trainer.send(new Command.Resume(progress, experiment()));
            tell();
            return;
        }
        become(to.document(), "");
        trainer.send(new Command.Pause());
        trainer.send(new Command.Reset());
    }

    /// What is shown stays until the trainer has come back.
    private void comeBack(List<Snapshot> moments, Snapshot to) {
        playhead.timeline().expect(moments, to);
        trainer.send(new Command.Return(to, document.experiment()));
        List.copyOf(returns).forEach(Runnable::run);
    }

    /// Lets the run go on from an earlier moment, with the experiment that it had then; that can be undone.
    void branch(Snapshot moment) {
        Snapshot latest = trainer.latest();
        if (latest == null) {
            return;
        }
        List<Snapshot> moments = playhead.timeline().moments();
        Place before = new Place(document, latest, null, moments);
        Document then = document.with(moment.experiment().withTitle(experiment().title()).withDevice(experiment().device()));
        Place after = new Place(then, moment, null, moments.stream().filter(m -> m.step() <= moment.step()).toList());
        Deed.Branched deed = new Deed.Branched(before, after);
        deeds.add(deed, true);
        goTo(deed, false);
    }

    private void goTo(Deed.Branched branch, boolean back) {
        Place to = back ? branch.before() : branch.after();
        Snapshot snapshot = to.snapshot();
        if (snapshot != null) {
            // Its file is the one that it has by now.
            document = document.with(to.document().experiment());
            awaited = null;
            comeBack(to.moments(), snapshot);
            List.copyOf(branches).forEach(listener -> listener.accept(branch, back));
            tell();
        }
    }

    /// A file now has this experiment, from which the document may have moved on.
    ///
    /// @param trainedTo as [Document#trainedTo]
    void saved(Experiment written, Path file, long trainedTo, FileStamp stamp) {
        document = new Document(document.experiment(), file, written, trainedTo, stamp);
        tell();
    }

    /// Whether nothing would be lost if this were closed: the document is saved, and so is its training, if that
    /// [counts][Document#countsTraining].
    boolean isSaved() {
        Snapshot latest = trainer.latest();
        return document.isSaved() && (!document.countsTraining() || latest == null
                || !latest.experiment().equals(experiment()) || latest.step() == Math.max(0, document.trainedTo()));
    }

    /// Sets one weight or bias.
    void weigh(int index, float before, float after) {
        backToNewest();
        deeds.add(new Deed.Weighed(index, before, after), false);
        trainer.send(new Command.SetParameter(index, after));
        tell();
    }

    /// Trains on from an earlier state, with its experiment changed.
    void returnTo(Snapshot snapshot, Experiment next, String what) {
        playhead.live();
        deeds.add(new Deed.Changed(experiment(), next, what), true);
        document = document.with(next);
        awaited = null;
        trainer.send(new Command.Return(snapshot, next));
        tell();
    }

    boolean canUndo() {
        return deeds.canUndo();
    }

    boolean canRedo() {
        return deeds.canRedo();
    }

    /// What was done last and not undone; null if there is nothing to undo.
    @Nullable Deed lastDeed() {
        return deeds.last();
    }

    void undo() {
        step(deeds::undo, true);
    }

    void redo() {
        step(deeds::redo, false);
    }

    /// Of another document nobody has seen an earlier moment that they could be back from.
    private void step(Function<Place, Optional<Deed>> stack, boolean undone) {
        boolean past = !playhead.isLive();
        playhead.live();
        Deed deed = stack.apply(here()).orElse(null);
        if (deed != null) {
            apply(deed, undone);
        }
        if (past && !(deed instanceof Deed.Opened)) {
            onBack.run();
        }
    }

    /// Takes back changes that the trainer refused, up to the experiment that it goes on with.
    void refused(@Nullable Snapshot still) {
        if (still == null || still.experiment().equals(document.experiment())) {
            return;
        }
        awaited = null;
        Deed dropped = deeds.dropLast().orElse(null);
        // A change that was made on top of a refused one goes with it.
        while (dropped instanceof Deed.Changed changed && !changed.before().equals(still.experiment())
                && deeds.last() instanceof Deed.Changed) {
            dropped = deeds.dropLast().orElse(null);
        }
        Document back = dropped instanceof Deed.Opened opened ? opened.before().document() : document;
        document = back.with(still.experiment());
        tell();
    }

    private void apply(Deed deed, boolean back) {
        switch (deed) {
            case Deed.Changed changed -> apply(changed, back);
            case Deed.Opened opened -> go(back ? opened.before() : opened.after());
            case Deed.Branched branched -> goTo(branched, back);
            case Deed.Taught taught -> {
                trainer.send(new Command.Teach(back ? taught.before() : taught.after(), !back));
                if (back) {
                    trainer.send(new Command.Load(taught.parameters()));
                }
                List.copyOf(lessons).forEach(listener -> listener.accept(taught, back));
                tell();
            }
            case Deed.Weighed w -> {
                trainer.send(new Command.SetParameter(w.index(), back ? w.before() : w.after()));
                tell();
            }
        }
    }

    /// A run that was given up for a change goes on, paused, with its moments and curves.
    private void apply(Deed.Changed changed, boolean back) {
        Document to = document.with(back ? changed.before() : changed.after());
        Place run = back ? changed.stood() : changed.went();
        Snapshot snapshot = run == null ? null : run.snapshot();
        if (run == null || snapshot == null || !changed.restarts()) {
            become(to, mark(changed, back));
            return;
        }
        document = to;
        awaited = null;
        comeBack(run.moments(), snapshot);
        tell();
    }

    /// What the curves say of a change that is taken back or made again; nothing of a gesture that had no mark yet.
    private String mark(Deed.Changed changed, boolean back) {
        boolean marked = awaited == null && !changed.what().isEmpty();
        return !marked ? "" : back ? Texts.get("mark.undone", changed.what()) : changed.what();
    }

    private void become(Document next, String mark) {
        document = next;
        awaited = null;
        sendStart();
        trainer.send(new Command.Become(next.experiment(), mark));
        tell();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public void close() {
        trainer.close();
    }
}
