package dev.crescent.insight.landscape;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The loss landscape of a run that has ended: through the plane that its whole path varies most in, or, of weights that
/// have no path, through two random directions, filter-normalized. Over the training part.
///
/// @param problem whose losses these are
/// @param grid complete
/// @param directions the parameters
public record RunLandscape(Problem problem, Ground ground, LossGrid grid, MeasuredSamples measured, int directions) {
    private static final long SEED = 1;

    /// The landscape at a moment of the run.
    ///
    /// @param path up to it
    /// @param ball where the network is; not finite where it has diverged
    /// @param loss its true loss, over the samples that the landscape is measured on
    public record Seen(DrawnPath path, HeldVariance held, Place ball, double loss) {}

    /// Why there is none, as a sentence; empty if there is one.
    public static Optional<String> refusal(Experiment experiment, Dataset data, Engine engine) {
        try {
            Problem problem = problem(experiment, data, engine);
            if (problem.train().count() == 0) {
                return Optional.of("there are no training samples to measure a loss on; use another view");
            }
            if (ParameterLayout.of(problem.network(), problem.inputShape()).total() > Effort.MOST_PARAMETERS) {
                return Optional.of("a landscape takes at most 4,000,000 parameters; use another view");
            }
            return Effort.side(problem, MeasuredSamples.of(problem, Part.TRAINING)) > 0 ? Optional.empty()
                    : Optional.of("the landscape of this network would take minutes; use another view");
        } catch (TrainingException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Problem problem(Experiment experiment, Dataset data, Engine engine) throws TrainingException {
        return Run.check(experiment.withDevice(Device.AUTO), data, new Engines(List.of(engine)));
    }

    /// Computes it, which may take seconds.
    ///
    /// @param path oldest first, one point at least
    /// @param engine asked for a session a thread
    /// @throws IllegalArgumentException if [#refusal] says so, or no point of the path is finite
    public static RunLandscape of(Experiment experiment, Dataset data, List<PathPoint> path, Engine engine, int threads) {
        Problem problem;
        try {
            problem = problem(experiment, data, engine);
        } catch (TrainingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        ParameterLayout layout = ParameterLayout.of(problem.network(), problem.inputShape());
        PlaneChoice choice = isPath(path) ? new PlaneChoice.Path() : new PlaneChoice.Random(SEED);
        Ground ground = GroundFollower.follow(null, choice, layout, path, true);
        MeasuredSamples measured = MeasuredSamples.of(problem, Part.TRAINING);
        int side = Effort.side(problem, measured);
        if (ground == null || side == 0) {
            throw new IllegalArgumentException(ground == null ? "the weights are no finite numbers, so there is no landscape to draw"
                    : "the landscape of this network would take minutes");
        }
        try (LossSurvey survey = new LossSurvey(engine, problem, measured, threads)) {
            Place ball = ground.plane().project(path.getLast().parameters());
            LossGrid grid = survey.compute(ground.plane(), LossGrid.empty(ground.area(), side), ball, LossSurvey.UNLIMITED,
                    () -> false, partial -> { });
            return new RunLandscape(problem, ground, grid, measured, layout.size());
        }
    }

    /// Whether the network has moved at all, before its loss went astray.
    private static boolean isPath(List<PathPoint> path) {
        float[] first = path.getFirst().parameters();
        return path.stream().anyMatch(point -> isFinite(point.parameters()) && !Arrays.equals(point.parameters(), first));
    }

    private static boolean isFinite(float[] parameters) {
        for (float value : parameters) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it is cut through the path's own plane.
    public boolean ofPath() {
        return ground.choice() instanceof PlaneChoice.Path;
    }

    /// The landscape at a moment of the run.
    ///
    /// @param path up to there, oldest first
    public Seen at(List<PathPoint> path, Engine engine) {
        List<float[]> points = new ArrayList<>();
        for (PathPoint point : path) {
            points.add(point.parameters());
        }
        DrawnPath drawn = DrawnPath.of(ground.plane(), path);
        try (LossSurvey survey = new LossSurvey(engine, problem, measured, 1)) {
            return new Seen(drawn, HeldVariance.of(ground.plane(), points), drawn.places().getLast(), survey.loss(points.getLast()));
        }
    }
}
