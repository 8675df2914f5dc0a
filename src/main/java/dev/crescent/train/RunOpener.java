package dev.crescent.train;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.OwnSamples;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.UnavailableException;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens runs: at their start, or where another run or a snapshot left off. What goes over is what [Change] says.
final class RunOpener {
    private final Engines engines;
    private final Path base;
    private final Announcer announcer;
    private final Loader loader;
    private String missed = "";
    private String said = ""; // the last such sentence, while it is so
    private OwnSamples own = OwnSamples.NONE;
    private float @Nullable [] beginning; // null for the model's own

    /// @param base the folder that the experiments' relative paths are relative to
    RunOpener(Engines engines, Path base, Announcer announcer, Loader loader) {
        this.engines = engines;
        this.base = base;
        this.announcer = announcer;
        this.loader = loader;
    }

    /// Where data come from.
    interface Loader {
        /// As [Datasets#loadOrAwait].
        Dataset load(Data data, List<String> features, Path base) throws DataException;
    }

    /// What joins the training part of data that it fits, from the next that are loaded on.
    void setOwn(OwnSamples samples) {
        own = samples;
    }

    /// What runs that it fits begin with from now on; null for each model's own weights.
    void setStart(float @Nullable [] parameters) {
        beginning = parameters;
    }

    /// The data set of an experiment: the one that is there if it is of the same data, else read or generated.
    ///
    /// @param there null if nothing is there yet
    /// @throws DataException if the data cannot be had
    Dataset data(Experiment next, @Nullable Run there) throws DataException {
        return there != null && sameData(there.experiment(), next) && !awaited(there.dataset()) ? there.dataset()
                : joined(loader.load(next.data(), next.features(), base));
    }

    private Dataset joined(Dataset loaded) {
        return loaded.train().count() > 0 && own.fit(loaded) ? loaded.with(own) : loaded;
    }

    /// Whether there were no images when it was read; there may be now.
    private static boolean awaited(Dataset data) {
        return data.hasImages() && data.train().count() == 0;
    }

    /// Likewise; a snapshot's data set comes before that of the run there.
    Dataset data(Experiment next, Snapshot snapshot, @Nullable Run there) throws DataException {
        return sameData(snapshot.experiment(), next) ? snapshot.dataset() : data(next, there);
    }

    private static boolean sameData(Experiment before, Experiment next) {
        return before.data().equals(next.data()) && before.features().equals(next.features());
    }

    /// A run at its start. Where its engine cannot work, one on the CPU.
    ///
    /// @param there the run that may have the same data; null if there is none
    /// @throws TrainingException if the experiment cannot be trained
    Run start(Experiment next, Dataset data, @Nullable Run there) throws TrainingException {
        Run started = fresh(next, data, there);
        float[] weights = beginning;
        if (weights != null && weights.length == started.parameters().length) {
            started.load(weights);
        }
        return started;
    }

    private Run fresh(Experiment next, Dataset data, @Nullable Run there) throws TrainingException {
        Run started = open(next, data);
        if (there != null && there.dataset() == data) {
            started.setDrawnFor(there.drawnFor());
        }
        return started;
    }

    private Run open(Experiment next, Dataset data) throws TrainingException {
        try {
            Run run = Run.prepared(next, data, engines, announcer);
            said = "";
            return run;
        } catch (UnavailableException e) {
            // The experiment keeps its engine: somebody else may have what is missing here.
            Run onTheCpu = Run.on(engines.choose(Device.CPU), next, data);
            String sentence = e.orOtherEngine() + ". Training goes on with it.";
            missed = sentence.equals(said) ? "" : sentence;
            said = sentence;
            return onTheCpu;
        } finally {
            announcer.ready();
        }
    }

    /// Why the last run is on the CPU though another engine was asked for, as a sentence, once; else empty.
    String missedEngine() {
        String sentence = missed;
        missed = "";
        return sentence;
    }

    /// A run that goes on where another is.
    ///
    /// @param change what has changed since, anything but [Change#RESET]
    /// @throws TrainingException if the experiment cannot be trained
    Run after(Run before, Experiment next, Dataset data, Change change) throws TrainingException {
        Run after = fresh(next, data, before);
        // Its own samples apart they may be the same.
        after.setDrawnFor(sameData(before.experiment(), next) ? before.drawnFor() : after.drawnFor());
        return goOn(after, before.parameters(), memory(before.optimizerState(), change), before.step(), before.epoch());
    }

    /// A run that goes on where a snapshot was taken.
    ///
    /// @param change what is other than in the snapshot, anything but [Change#RESET]
    /// @throws TrainingException if the experiment cannot be trained
    Run at(Snapshot snapshot, Experiment next, Dataset data, Change change) throws TrainingException {
        Run after = open(next, data);
        after.setDrawnFor(Run.UNKNOWN);
        return goOn(after, snapshot.parameters(), memory(snapshot.optimizer(), change), snapshot.step(),
                snapshot.epoch());
    }

    /// A run that goes on where one stood another day, with its samples of the user's own, which join what is loaded from now
    /// on.
    ///
    /// @param there the run that may have the same data; null if there is none
    /// @throws DataException if the data cannot be had
    /// @throws TrainingException if the experiment cannot be trained, or not from there
    Run at(Progress progress, Experiment next, @Nullable Run there) throws DataException, TrainingException {
        Dataset data = Run.resumed(next, data(next, there), progress);
        Run after = open(next, data);
        try {
            after.resume(progress);
        } catch (TrainingException | RuntimeException | Error e) {
            after.close();
            throw e;
        }
        own = OwnSamples.of(data);
        return after;
    }

    private static OptimizerState memory(OptimizerState state, Change change) {
        return change == Change.OPTIMIZER ? state.forgotten() : state;
    }

    private static Run goOn(Run opened, float[] parameters, OptimizerState memory, long step, double epoch) {
        try {
            opened.goOn(parameters, memory, step, epoch);
            return opened;
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }
}
