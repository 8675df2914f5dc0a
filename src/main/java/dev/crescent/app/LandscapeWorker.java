package dev.crescent.app;

import dev.crescent.engine.Part;
import dev.crescent.experiment.Training;
import dev.crescent.insight.landscape.DrawnPath;
import dev.crescent.insight.landscape.GradientCloud;
import dev.crescent.insight.landscape.Ground;
import dev.crescent.insight.landscape.GroundFollower;
import dev.crescent.insight.landscape.HeldVariance;
import dev.crescent.insight.landscape.LossGrid;
import dev.crescent.insight.landscape.LossSurvey;
import dev.crescent.insight.landscape.MeasuredSamples;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.Place;
import dev.crescent.insight.landscape.PlaneChoice;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.train.TrainingException;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes the loss landscape of the newest snapshot on a thread of its own. Newer questions replace older ones.
///
/// While training it works in short turns on one thread and rests between them, twice as long or, where training could use
/// all of the processors, nine times; meanwhile only the balls go on. At rest it uses all threads until the landscape is
/// whole. Losses over a plane do not depend on where on it the network is, so they are kept until the path has left the
/// plane or its area.
final class LandscapeWorker implements AutoCloseable {
    private static final int SHARE = 3;
    private static final int SPARING_SHARE = 10;
    /// While training, so long it works, and so long at least it rests.
    private static final long TURN_NANOS = 15_000_000;
    private static final long LEAST_REST_NANOS = 45_000_000;
    /// And at least where training could use all of the processors: drawing costs more than computing.
    private static final long SPARING_REST_NANOS = 110_000_000;
    /// Meanwhile the balls go on at this pace.
    private static final long FOLLOW_NANOS = 30_000_000;
    /// And at most, as long as there is nothing to look at, and in the first turns: those take long.
    private static final long MOST_REST_NANOS = 600_000_000;
    private static final int FIRST_TURNS = 12;
    /// And at most later, where looking for another plane took long.
    private static final long LONGEST_REST_NANOS = 3_000_000_000L;
    /// While training, another plane is looked for at most this often: one takes a while to be understood.
    private static final long GROUND_NANOS = 1_000_000_000;
    /// But sooner if a ball has left the picture.
    private static final long HURRY_NANOS = 300_000_000;
    /// So long there may be nothing on screen, or a landscape that is not of this ground; then one with gaps is shown.
    private static final long PATIENCE_NANOS = 2_000_000_000;
    private static final long PATIENCE_WITH_ANOTHER_NANOS = 8_000_000_000L;
    private static final int LEAST_POINTS = 9;
    /// Mini-batches whose gradients are shown.
    private static final int BATCHES = 32;
    private static final int SINGLES = 64;
    private static final long ORDER_SEED = 1;
    private static final Place NOWHERE = new Place(Double.NaN, Double.NaN, Double.NaN);

    /// What is asked.
    ///
    /// @param snapshot whose network and data they are
    /// @param walkers at least one; the first is the snapshot's run
    /// @param gradients whether gradients of mini-batches are wanted, too, at the first one's ball
    record Question(Snapshot snapshot, List<Walker> walkers, PlaneChoice plane, Part part, boolean gradients) {
        Question {
            walkers = List.copyOf(walkers);
        }

        /// Whether another one differs in the moment alone.
        boolean isLike(Question other) {
            return plane.equals(other.plane) && part == other.part && gradients == other.gradients
                    && walkers.size() == other.walkers.size()
                    && snapshot.experiment().equals(other.snapshot.experiment()) && snapshot.run() == other.snapshot.run();
        }

        /// The paths that the landscape is about: all, where none counts.
        List<List<PathPoint>> paths() {
            List<List<PathPoint>> counting = walkers.stream().filter(Walker::counts).map(Walker::whole)
                    .filter(path -> !path.isEmpty()).toList();
            return counting.isEmpty() ? walkers.stream().map(Walker::whole).toList() : counting;
        }
    }

    /// What is known about a question.
    sealed interface Answer {
        Question question();
    }

    /// A landscape, whole or as far as it is computed.
    ///
    /// @param walks one for each of the question's walkers
    /// @param held of the variance of the paths that the landscape is about
    /// @param directions how many there are: the parameters
    /// @param gradients null where they are not asked for
    record Found(Question question, Ground ground, LossGrid grid, List<Walk> walks, HeldVariance held,
                 MeasuredSamples measured, int directions, @Nullable Gradients gradients) implements Answer {
        /// The first one's.
        Walk walk() {
            return walks.getFirst();
        }
    }

    /// A walker's way as seen from the ground.
    ///
    /// @param ball where the newest point of the path lies; not finite without one
    /// @param loss the true one there; NaN where it is not measured
    record Walk(Walker walker, DrawnPath path, Place ball, double loss) {}

    /// Gradients of mini-batches at the ball.
    ///
    /// @param scale how long those of single samples are on the plane, the root of the mean of the squares, with which larger
    ///     mini-batches are to be compared; or the longest of the cloud, if that is more
    record Gradients(GradientCloud cloud, double scale) {}

    /// There is nothing to show.
    ///
    /// @param sentence why, for the user; empty while there is no path yet
    record None(Question question, String sentence) implements Answer {}

    private final Engines engines;
    private final AtomicReference<@Nullable Answer> newest = new AtomicReference<>();
    private final NewestServer<Question> server;
    private volatile boolean wanted;
    private volatile boolean sparing;

    // The worker's own:
    private @Nullable Survey survey;
    private @Nullable Question before;
    private @Nullable Ground ground;
    private long groundAt;
    private boolean coarse; // whether the coarsest points on the ground are all computed
    private long coarseTook; // nanoseconds, on the ground before or this one
    private int turns; // while training, those that had a rest
    private @Nullable Found said; // what was given out last
    private boolean pictured; // whether there is something on screen, be it on the ground before
    private @Nullable LossGrid grid;
    private final Map<PathPoint, Place> places = new IdentityHashMap<>(); // of points on the ground
    private @Nullable Gradients gradients;
    private @Nullable Training gradientsOf;
    private float @Nullable [] gradientsAt;

    /// @param engines see [Survey#of]
    /// @param onFailure told of errors in the program itself
    LandscapeWorker(Engines engines, Consumer<Throwable> onFailure) {
        this.engines = engines;
        server = new NewestServer<>("crescent-landscape", this::serve, onFailure, this::closeSurvey);
    }

    void ask(Question question) {
        wanted = true;
        server.ask(question);
    }

    /// Whether training could use all of the processors, and so is to be left more of them.
    void spare(boolean training) {
        sparing = training;
    }

    /// Nobody looks any more, until the next question.
    void rest() {
        wanted = false;
    }

    /// What was found since the last call; null for nothing.
    @Nullable Answer take() {
        return newest.getAndSet(null);
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Question question) {
        boolean whole = false;
        while (!whole && !isStopped()) {
            long start = System.nanoTime();
            whole = answer(question);
            if (question.snapshot().running() && ground != null) {
                // What has gaps is worth more than what is to be refined.
                pause(question, ((sparing && coarse ? SPARING_SHARE : SHARE) - 1) * (System.nanoTime() - start));
                if (server.waiting() != null) {
                    return;
                }
            }
        }
    }

    private boolean isStopped() {
        return server.isClosed() || !wanted || server.waiting() != null;
    }

    /// Leaves the processors to the training, but not once it has paused or something else is asked.
    private void pause(Question served, long nanos) {
        long end = System.nanoTime() + Math.clamp(nanos, sparing ? SPARING_REST_NANOS : LEAST_REST_NANOS,
                pictured && ++turns > FIRST_TURNS ? LONGEST_REST_NANOS : MOST_REST_NANOS);
        Question followed = served;
        long due = System.nanoTime() + FOLLOW_NANOS;
        for (long now = System.nanoTime(); now < end && !server.isClosed() && wanted; now = System.nanoTime()) {
            Question waiting = server.waiting();
            if (waiting != null && !waiting.snapshot().running() || isOutdated(served)) {
                return;
            }
            long until = end;
            if (waiting != null && waiting != followed && !sparing) {
                if (now >= due) {
                    followed = waiting;
                    follow(waiting);
                    due = System.nanoTime() + Math.max(FOLLOW_NANOS, (SPARING_SHARE - 1) * (System.nanoTime() - now));
                } else {
                    until = Math.min(due, end);
                }
            }
            LockSupport.parkNanos(this, until - now);
        }
    }

    /// Shows where the balls are by now, on what is known of the landscape.
    private void follow(Question question) {
        Found last = said;
        Survey tools = survey;
        if (last == null || tools == null || !coarse || last.ground() != ground
                || !tools.suits(question.snapshot(), question.part())) {
            return;
        }
        List<Walk> walks = walks(question, last.ground(), tools.quiet());
        give(new Found(question, last.ground(), last.grid(), walks, last.held(), last.measured(), last.directions(),
                last.gradients()));
    }

    private void give(Found found) {
        said = found;
        newest.set(found);
    }

    /// Whether the next question is another one, not only of a later moment.
    private boolean isOutdated(Question question) {
        Question waiting = server.waiting();
        return waiting != null && !waiting.isLike(question);
    }

    /// Computes for a turn.
    ///
    /// @return whether there is nothing more to compute
    private boolean answer(Question question) {
        Survey tools;
        try {
            tools = survey(question);
        } catch (TrainingException e) {
            say(question, String.valueOf(e.getMessage()));
            return true;
        }
        Ground on = ground(question, tools);
        if (on == null) {
            say(question, question.plane() instanceof PlaneChoice.Path ? "" : Texts.get("descent.notFinite"));
            return true;
        }
        boolean running = question.snapshot().running();
        Found found = found(question, tools, on);
        publish(found, found.grid());
        LossSurvey losses = running ? tools.quiet() : tools.fast();
        BooleanSupplier stopped = running ? turn(question) : this::isStopped;
        LossGrid known = found.grid();
        LossGrid fresh = known.isComplete() ? known : losses.compute(on.plane(), known, found.walk().ball(),
                LossSurvey.UNLIMITED, stopped, partial -> publish(found, partial));
        grid = fresh;
        publish(found, fresh);
        return fresh.isComplete();
    }

    /// Whether a turn that begins now is over; the first is not before there is something to look at.
    private BooleanSupplier turn(Question question) {
        long end = System.nanoTime() + TURN_NANOS;
        return () -> server.isClosed() || !wanted || pictured && System.nanoTime() > end || isOutdated(question);
    }

    private void say(Question question, String sentence) {
        pictured = false;
        newest.set(new None(question, sentence));
    }

    private Survey survey(Question question) throws TrainingException {
        Survey known = survey;
        if (known == null || !known.suits(question.snapshot(), question.part())) {
            closeSurvey();
            known = Survey.of(question.snapshot(), question.part(), engines);
            survey = known;
        }
        return known;
    }

    private void closeSurvey() {
        Survey known = survey;
        survey = null;
        said = null;
        grid = null;
        coarse = false;
        pictured = false;
        gradients = null;
        if (known != null) {
            known.close();
        }
    }

    /// The ground to draw on: the same as before, or one that follows.
    private @Nullable Ground ground(Question question, Survey tools) {
        Question last = before;
        Ground known = ground;
        boolean same = last != null && known != null && known.choice().equals(question.plane())
                && last.snapshot().run() == question.snapshot().run()
                && last.snapshot().parameters().length == question.snapshot().parameters().length;
        before = question;
        boolean running = question.snapshot().running();
        long now = System.nanoTime();
        if (known != null && same && running && (!coarse || now - groundAt < (holdsBalls(known, question)
                ? Math.max(GROUND_NANOS, 3 * coarseTook) : Math.max(HURRY_NANOS, 2 * coarseTook)))) {
            return known;
        }
        Ground next = GroundFollower.followAll(same ? known : null, question.plane(), tools.layout(), question.paths(),
                !running);
        if (next != known) {
            ground = next;
            groundAt = now;
            grid = null;
            coarse = false;
            gradients = null;
            places.clear();
        }
        return next;
    }

    private static boolean holdsBalls(Ground known, Question question) {
        return question.walkers().stream().filter(walker -> walker.counts() && !walker.path().isEmpty()).allMatch(walker -> {
            Place ball = known.plane().project(walker.path().getLast().parameters());
            return !ball.isFinite() || known.area().contains(ball.a(), ball.b());
        });
    }

    private Found found(Question question, Survey tools, Ground on) {
        LossGrid known = grid;
        LossGrid base = known != null ? known : LossGrid.empty(on.area(), tools.side());
        forgetPlaces(question);
        LossSurvey losses = question.snapshot().running() ? tools.quiet() : tools.fast();
        List<Walk> walks = walks(question, on, losses);
        List<float[]> points = new ArrayList<>();
        question.paths().forEach(path -> path.forEach(point -> points.add(point.parameters())));
        float[] now = question.walkers().getFirst().path().getLast().parameters();
        return new Found(question, on, base, walks, HeldVariance.of(on.plane(), points), tools.measured(),
                tools.layout().size(), question.gradients() ? gradients(question, tools, on, now) : null);
    }

    private List<Walk> walks(Question question, Ground on, LossSurvey losses) {
        return question.walkers().stream().map(walker -> walk(walker, on, losses)).toList();
    }

    private Walk walk(Walker walker, Ground on, LossSurvey losses) {
        List<Place> at = new ArrayList<>();
        for (PathPoint point : walker.path()) {
            at.add(places.computeIfAbsent(point, p -> on.plane().project(p.parameters())));
        }
        boolean none = at.isEmpty();
        return new Walk(walker, new DrawnPath(walker.path(), at), none ? NOWHERE : at.getLast(),
                none ? Double.NaN : losses.loss(walker.path().getLast().parameters()));
    }

    private void forgetPlaces(Question question) {
        Set<PathPoint> wantedNow = Collections.newSetFromMap(new IdentityHashMap<>());
        question.walkers().forEach(walker -> {
            wantedNow.addAll(walker.path());
            wantedNow.addAll(walker.whole());
        });
        places.keySet().retainAll(wantedNow);
    }

    /// Gives out a landscape as far as it is computed. As long as it has gaps between the coarsest points, it has to wait a
    /// moment: the one before is more to look at.
    private void publish(Found found, LossGrid computed) {
        long since = System.nanoTime() - groundAt;
        if (!coarse && Arrays.stream(computed.filled().losses()).noneMatch(Double::isNaN)) {
            coarse = true;
            coarseTook = since;
        }
        if (coarse || computed.known() >= LEAST_POINTS && since > (pictured ? PATIENCE_WITH_ANOTHER_NANOS : PATIENCE_NANOS)) {
            pictured |= coarse;
            give(new Found(found.question(), found.ground(), computed, found.walks(), found.held(),
                    found.measured(), found.directions(), found.gradients()));
        }
    }

    private @Nullable Gradients gradients(Question question, Survey tools, Ground on, float[] at) {
        Training training = question.snapshot().experiment().training();
        Gradients known = gradients;
        if (known != null && gradientsAt == at && training.equals(gradientsOf)) {
            return known;
        }
        boolean running = question.snapshot().running();
        long step = question.snapshot().step();
        GradientCloud cloud = tools.batches(training).cloud(on.plane(), at, step, BATCHES, ORDER_SEED,
                running ? turn(question) : this::isStopped);
        GradientCloud singles = tools.singles(training).cloud(on.plane(), at, step, SINGLES, ORDER_SEED,
                running ? turn(question) : this::isStopped);
        Gradients fresh = new Gradients(cloud, Math.max(rootMeanSquare(singles), longest(cloud)));
        gradients = fresh;
        // Those that something else cut short are not kept.
        gradientsAt = cloud.arrows().size() == BATCHES ? at : null;
        gradientsOf = training;
        return fresh;
    }

    private static double rootMeanSquare(GradientCloud cloud) {
        double squares = 0;
        for (GradientCloud.Arrow arrow : cloud.arrows()) {
            squares += (arrow.a() * arrow.a() + arrow.b() * arrow.b()) / cloud.arrows().size();
        }
        return Math.sqrt(squares);
    }

    private static double longest(GradientCloud cloud) {
        return cloud.arrows().stream().mapToDouble(arrow -> Math.hypot(arrow.a(), arrow.b())).max().orElse(0);
    }
}
