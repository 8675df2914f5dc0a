package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Training;
import dev.crescent.insight.landscape.Effort;
import dev.crescent.insight.landscape.GradientSampler;
import dev.crescent.insight.landscape.LossSurvey;
import dev.crescent.insight.landscape.MeasuredSamples;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.Snapshot;
import dev.crescent.train.TrainingException;
import dev.crescent.ui.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What computes the losses of one network on one part of its data, made as far as it is needed. Used by one thread.
final class Survey implements AutoCloseable {
    /// More parameters are too many to keep a path of.
    static final int MOST_PARAMETERS = Effort.MOST_PARAMETERS;
    /// Each thread computes on its own.
    private static final Engine ENGINE = new CpuEngine(1);

    /// On a device, or [#ENGINE].
    private final Engine engine;
    private final Experiment experiment;
    private final Dataset data;
    private final Problem problem;
    private final MeasuredSamples measured;
    private final int side;
    private @Nullable LossSurvey quiet;
    private @Nullable LossSurvey fast;
    private @Nullable GradientSampler batches;
    private @Nullable GradientSampler singles;
    private @Nullable Training samplersOf;

    private Survey(Engine engine, Snapshot of, Problem problem, MeasuredSamples measured, int side) {
        this.engine = engine;
        this.experiment = of.experiment();
        this.data = of.dataset();
        this.problem = problem;
        this.measured = measured;
        this.side = side;
    }

    /// @param engines of which that of the experiment computes where it is on a device of its own
    /// @throws TrainingException with a sentence for the user, if the network or the data have no landscape that could be
    ///     computed in reasonable time
    static Survey of(Snapshot snapshot, Part part, Engines engines) throws TrainingException {
        if (snapshot.parameters().length > MOST_PARAMETERS) {
            throw new TrainingException(Texts.get("descent.tooLarge", snapshot.parameters().length));
        }
        Problem problem = Run.check(snapshot.experiment().withDevice(Device.CPU), snapshot.dataset(),
                new Engines(List.of(ENGINE)));
        if (problem.samples(part).count() == 0) {
            throw new TrainingException(Texts.get(part == Part.TEST ? "descent.noTest" : "descent.noSamples"));
        }
        MeasuredSamples measured = MeasuredSamples.of(problem, part);
        int side = Effort.side(problem, measured);
        if (side == 0) {
            throw new TrainingException(Texts.get("descent.tooSlow"));
        }
        Engine beside = engines.beside(snapshot.experiment().device(), problem);
        return new Survey(beside.onDevice() ? beside : ENGINE, snapshot, problem, measured, side);
    }

    /// Whether it also computes the losses of another snapshot: how it is trained does not matter.
    boolean suits(Snapshot snapshot, Part part) {
        Experiment other = snapshot.experiment();
        boolean sameDevice = experiment.device() == other.device();
        boolean sameData = data == snapshot.dataset() || experiment.data().equals(other.data())
                && data.test() == snapshot.dataset().test() && data.train().count() == snapshot.dataset().train().count();
        return part == measured.part() && sameDevice && sameData && experiment.model().equals(other.model())
                && experiment.features().equals(other.features())
                && experiment.training().loss() == other.training().loss();
    }

    ParameterLayout layout() {
        return ParameterLayout.of(problem.network(), problem.inputShape());
    }

    MeasuredSamples measured() {
        return measured;
    }

    /// Points along a side of its landscapes.
    int side() {
        return side;
    }

    /// On one thread, which leaves the others to the training.
    LossSurvey quiet() {
        LossSurvey made = quiet;
        if (made == null) {
            made = new LossSurvey(engine, problem, measured, 1);
            quiet = made;
        }
        return made;
    }

    /// On all of them; on a device there is nothing faster than the quiet one.
    LossSurvey fast() {
        if (engine.onDevice()) {
            return quiet();
        }
        LossSurvey made = fast;
        if (made == null) {
            made = new LossSurvey(engine, problem, measured, Runtime.getRuntime().availableProcessors());
            fast = made;
        }
        return made;
    }

    /// The gradients of mini-batches as training has them now.
    GradientSampler batches(Training training) {
        forget(training);
        GradientSampler made = batches;
        if (made == null) {
            made = sampler(training);
            batches = made;
        }
        return made;
    }

    /// Those of single samples.
    GradientSampler singles(Training training) {
        forget(training);
        GradientSampler made = singles;
        if (made == null) {
            made = sampler(training.withBatchSize(1));
            singles = made;
        }
        return made;
    }

    private GradientSampler sampler(Training training) {
        return new GradientSampler(ENGINE, new Problem(problem.network(), training, problem.inputShape(), problem.train(),
                problem.test()), training.batchSize());
    }

    /// Samplers are made for one way of training.
    private void forget(Training training) {
        if (!training.equals(samplersOf)) {
            close(batches);
            close(singles);
            batches = null;
            singles = null;
            samplersOf = training;
        }
    }

    private static void close(@Nullable GradientSampler sampler) {
        if (sampler != null) {
            sampler.close();
        }
    }

    @Override
    public void close() {
        if (quiet != null) {
            quiet.close();
        }
        if (fast != null) {
            fast.close();
        }
        close(batches);
        close(singles);
    }
}
