package dev.crescent.app;

import dev.crescent.data.digits.Centering;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.insight.image.Counterfactual;
import dev.crescent.insight.image.CounterfactualSearch;
import dev.crescent.insight.image.Excitation;
import dev.crescent.insight.image.NearestImages;
import dev.crescent.insight.image.Neighbor;
import dev.crescent.insight.image.Occlusion;
import dev.crescent.insight.image.OcclusionMap;
import dev.crescent.insight.image.Peak;
import dev.crescent.insight.image.Saliency;
import dev.crescent.insight.image.SaliencyMap;
import dev.crescent.train.Snapshot;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds out why a network reads a drawing as it does, on a thread of its own: the quick answers first, and each given out
/// as soon as it is there. A newer question replaces an older one.
final class WhyWorker implements AutoCloseable {
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);
    private static final int NEAREST = 5;
    private static final int EXCITING = 9;
    /// Training images that are looked through for those that excite a unit most.
    private static final int LOOKED_THROUGH = 2_000;

    /// What is asked.
    ///
    /// @param image `[28][28]` the network's inputs; empty if nothing is drawn and only the layer is of interest
    /// @param target the class that the drawing is to be changed into; below 0 for the second best
    /// @param layer of the model whose units' most exciting images are wanted; below 0 for none
    record Question(Snapshot snapshot, float[] image, int target, double temperature, int layer) {}

    /// What is known so far; null where it is not, or was not asked.
    record Answer(Question question, @Nullable SaliencyMap saliency, @Nullable OcclusionMap occlusion,
                  @Nullable Counterfactual change, @Nullable List<Neighbor> nearest, @Nullable List<List<Peak>> exciting) {
        /// Whether there is nothing more to come.
        boolean isWhole() {
            return change != null;
        }

        static Answer none(Question question) {
            return new Answer(question, null, null, null, null, null);
        }

        Answer with(SaliencyMap found) {
            return new Answer(question, found, occlusion, change, nearest, exciting);
        }

        Answer with(@Nullable OcclusionMap found) {
            return new Answer(question, saliency, found, change, nearest, exciting);
        }

        Answer with(@Nullable Counterfactual found) {
            return new Answer(question, saliency, occlusion, found, nearest, exciting);
        }

        Answer withNearest(@Nullable List<Neighbor> found) {
            return new Answer(question, saliency, occlusion, change, found, exciting);
        }

        Answer withExciting(@Nullable List<List<Peak>> found) {
            return new Answer(question, saliency, occlusion, change, nearest, found);
        }
    }

    /// The tools for one network.
    private record Tools(Model model, Loss loss, Saliency saliency, Occlusion occlusion, CounterfactualSearch search,
                         Excitation excitation) {}

    private final Engine engine;
    private final AtomicReference<@Nullable Answer> newest = new AtomicReference<>();
    private final NewestServer<Question> server;
    private @Nullable Tools tools;

    WhyWorker(Engine engine, Consumer<Throwable> onFailure) {
        this.engine = engine;
        this.server = new NewestServer<>("crescent-why", this::answer, onFailure);
    }

    void ask(Question question) {
        server.ask(question);
    }

    /// What was found since the last call; null for nothing.
    @Nullable Answer take() {
        return newest.getAndSet(null);
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(Question question) {
        BooleanSupplier stopped = () -> server.isClosed() || server.waiting() != null;
        Tools now = tools(question.snapshot());
        float[] parameters = question.snapshot().parameters();
        float[] image = question.image();
        boolean drawn = image.length > 0;
        Answer answer = Answer.none(question);
        if (drawn) {
            answer = answer.with(now.saliency.of(parameters, image));
            newest.set(answer);
            answer = answer.withNearest(NearestImages.of(question.snapshot().dataset().train(), image, NEAREST, stopped));
            newest.set(answer);
        }
        if (!stopped.getAsBoolean() && question.layer() >= 0) {
            answer = answer.withExciting(now.excitation.of(parameters, question.snapshot().dataset().train(),
                    question.layer(), EXCITING, LOOKED_THROUGH, stopped));
            newest.set(answer);
        }
        if (drawn && !stopped.getAsBoolean()) {
            answer = answer.with(now.occlusion.of(parameters, image, Occlusion.USUAL_SIDE, question.temperature(), stopped));
            newest.set(answer);
        }
        if (drawn && !stopped.getAsBoolean()) {
            Counterfactual change = question.target() < 0 ? now.search.find(parameters, image, stopped)
                    : now.search.find(parameters, image, question.target(), CounterfactualSearch.USUAL_BUDGET, stopped);
            newest.set(answer.with(change));
        }
    }

    private Tools tools(Snapshot snapshot) {
        Model.Network model = (Model.Network) snapshot.experiment().model();
        Loss loss = snapshot.experiment().training().loss();
        Tools known = tools;
        if (known == null || known.loss != loss || !known.model.equals(model)) {
            known = new Tools(model, loss, new Saliency(model, SHAPE), new Occlusion(engine, model, SHAPE, loss),
                    new CounterfactualSearch(engine, model, SHAPE, loss), new Excitation(engine, model, SHAPE));
            tools = known;
        }
        return known;
    }
}
