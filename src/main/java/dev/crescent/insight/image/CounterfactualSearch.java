package dev.crescent.insight.image;

import dev.crescent.engine.Engine;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Looks for few pixels that would make a network read another class: ink that is missing and ink that is too much.
///
/// In turns: the gradient of the target's score less that of its strongest rival says which pixels promise most, inked to
/// 1 or erased to 0; the network reads the most promising ones, each changed alone, and the one that truly gains most is
/// kept. Ink is only added within one pixel of ink while that promises anything, and a stroke that was begun is rather
/// gone on with, so that it looks
/// like a pen's. Once the target is read, changes are taken back one by one, always the one
/// that costs least, until each that is left is needed. It is greedy: there may be fewer. Source: Wachter et al. 2017, with
/// pixels instead of a distance. Used by one thread at a time.
public final class CounterfactualSearch {
    /// Pixels after which nobody would call it a small change.
    public static final int USUAL_BUDGET = 60;

    /// Promising pixels that are tried; with the image as it is a whole panel of the CPU engine.
    private static final int TRIED = 31;
    /// How much rather a stroke is gone on with.
    private static final float GOING_ON = 1.5f;

    private final ImageShape shape;
    private final ImageReader reader;
    private final InputGradient gradient;

    /// @param inputShape `[channels, rows, columns]`
    /// @param loss by which the network is trained
    /// @throws IllegalArgumentException if the inputs have another shape
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public CounterfactualSearch(Engine engine, Model.Network network, List<Integer> inputShape, Loss loss) {
        this.shape = ImageShape.of(inputShape);
        this.reader = new ImageReader(engine, network, inputShape, loss, TRIED + 1);
        this.gradient = new InputGradient(network, inputShape);
    }

    /// Towards the runner-up, with at most [#USUAL_BUDGET] pixels.
    ///
    /// @param parameters `[layout total]`
    /// @param image `[inputs]`, scaled as the data's inputs, paper 0 and ink 1; not changed
    /// @param stopped asked now and then whether to give up
    /// @return null if it was stopped
    /// @throws IllegalArgumentException if the image has another size
    public @Nullable Counterfactual find(float[] parameters, float[] image, BooleanSupplier stopped) {
        shape.require(image);
        readAlone(parameters, image);
        int winner = reader.said(0);
        return find(parameters, image, winner, winner < 0 ? -1 : reader.best(0, winner), USUAL_BUDGET, stopped);
    }

    /// Towards any class.
    ///
    /// @param parameters `[layout total]`
    /// @param image `[inputs]`, scaled as the data's inputs, paper 0 and ink 1; not changed
    /// @param target index of a class; the winner itself needs no change
    /// @param budget the most pixels to change, 0 or more
    /// @param stopped asked now and then whether to give up
    /// @return null if it was stopped
    /// @throws IllegalArgumentException if the image has another size, or there is no such class
    public @Nullable Counterfactual find(float[] parameters, float[] image, int target, int budget,
            BooleanSupplier stopped) {
        shape.require(image);
        if (target < 0 || target >= reader.classes()) {
            throw new IllegalArgumentException("target: must be from 0 to " + (reader.classes() - 1) + ", is " + target);
        }
        readAlone(parameters, image);
        return find(parameters, image, reader.said(0), target, budget, stopped);
    }

    private @Nullable Counterfactual find(float[] parameters, float[] image, int winner, int target, int budget,
            BooleanSupplier stopped) {
        Redrawing redrawing = new Redrawing(shape, image);
        boolean goes = winner >= 0;
        while (goes && reader.said(0) != target && redrawing.changed() < budget) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            goes = redraw(parameters, redrawing, target);
            readAlone(parameters, redrawing.image());
        }
        goes = winner >= 0 && reader.said(0) == target;
        while (goes && takeBack(parameters, redrawing, target)) {
            if (stopped.getAsBoolean()) {
                return null;
            }
        }
        readAlone(parameters, redrawing.image());
        return new Counterfactual(redrawing.image(), redrawing.pixels(Redrawing.Change.ADD),
                redrawing.pixels(Redrawing.Change.ERASE), winner, target,
                winner >= 0 && reader.said(0) == target, reader.probabilities(0));
    }

    private void readAlone(float[] parameters, float[] image) {
        reader.fill(image, 1);
        reader.read(parameters, 1);
    }

    /// A change that is thought of.
    ///
    /// @param promise how much of the score it gains by the gradient
    private record Candidate(int pixel, Redrawing.Change change, float promise) {}

    /// Changes one more pixel, if any promises something.
    private boolean redraw(float[] parameters, Redrawing redrawing, int target) {
        List<Candidate> candidates = candidates(parameters, redrawing, target);
        if (candidates.isEmpty()) {
            return false;
        }
        int count = candidates.size() + 1;
        reader.fill(redrawing.image(), count);
        for (int i = 0; i < candidates.size(); i++) {
            for (int at = candidates.get(i).pixel(); at < shape.width(); at += shape.pixels()) {
                reader.inputs[at * count + i + 1] = Redrawing.value(candidates.get(i).change());
            }
        }
        reader.read(parameters, count);
        Candidate best = best(candidates, redrawing, target);
        redrawing.change(best.pixel(), best.change());
        return true;
    }

    /// Of candidates that were read, behind the image as it is, the one that gains most.
    private Candidate best(List<Candidate> candidates, Redrawing redrawing, int target) {
        float now = reader.margin(0, target);
        Candidate best = candidates.getFirst();
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            float gain = reader.margin(i + 1, target) - now;
            float worth = gain > 0 && redrawing.goesOn(candidate.pixel(), candidate.change()) ? GOING_ON * gain : gain;
            if (worth > most) {
                most = worth;
                best = candidate;
            }
        }
        return best;
    }

    /// The most promising changes, those that promise most first.
    private List<Candidate> candidates(float[] parameters, Redrawing redrawing, int target) {
        float[] slopes = slopes(parameters, redrawing.image(), target);
        List<Candidate> near = new ArrayList<>();
        List<Candidate> far = new ArrayList<>();
        for (int pixel = 0; pixel < shape.pixels(); pixel++) {
            if (redrawing.isChanged(pixel)) {
                continue;
            }
            for (Redrawing.Change change : Redrawing.Change.values()) {
                float promise = promise(slopes, redrawing.image(), pixel, Redrawing.value(change));
                if (promise > 0) {
                    float rather = redrawing.goesOn(pixel, change) ? GOING_ON * promise : promise;
                    boolean joins = change == Redrawing.Change.ERASE || redrawing.nearInk(pixel);
                    (joins ? near : far).add(new Candidate(pixel, change, rather));
                }
            }
        }
        List<Candidate> candidates = near.isEmpty() ? far : near;
        candidates.sort(Comparator.comparingDouble(candidate -> -candidate.promise()));
        return candidates.subList(0, Math.min(TRIED, candidates.size()));
    }

    private float promise(float[] slopes, float[] image, int pixel, float value) {
        float promise = 0;
        for (int at = pixel; at < image.length; at += shape.pixels()) {
            promise += slopes[at] * (value - image[at]);
        }
        return promise;
    }

    /// The gradient of the target's score less that of its strongest rival.
    private float[] slopes(float[] parameters, float[] image, int target) {
        double[] weights = new double[gradient.outputs()];
        if (weights.length == 1) {
            weights[0] = target == 1 ? 1 : -1;
        } else {
            weights[target] = 1;
            weights[reader.best(0, target)] = -1;
        }
        return gradient.of(parameters, image, weights);
    }

    /// Takes back the change that costs least, if the target is read without it.
    private boolean takeBack(float[] parameters, Redrawing redrawing, int target) {
        int[] pixels = redrawing.pixels();
        int least = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int first = 0; first < pixels.length; first += reader.most) {
            int count = Math.min(reader.most, pixels.length - first);
            reader.fill(redrawing.image(), count);
            for (int i = 0; i < count; i++) {
                for (int at = pixels[first + i]; at < shape.width(); at += shape.pixels()) {
                    reader.inputs[at * count + i] = redrawing.original(at);
                }
            }
            reader.read(parameters, count);
            for (int i = 0; i < count; i++) {
                float margin = reader.margin(i, target);
                if (reader.said(i) == target && (least < 0 || margin > most)) {
                    most = margin;
                    least = pixels[first + i];
                }
            }
        }
        if (least >= 0) {
            redrawing.takeBack(least);
        }
        return least >= 0;
    }
}
