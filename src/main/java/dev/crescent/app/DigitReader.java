package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.data.digits.Centering;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.image.ImageNetwork;
import dev.crescent.insight.image.Temperature;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.LayerImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets the network of a snapshot read what is on the pad. Belongs to one thread.
final class DigitReader {
    private static final int PIXELS = Centering.SIDE * Centering.SIDE;
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);
    /// The pad's scale, which is that of images divided by 255.
    private static final float WHITE = 255;
    /// Bars that there is room for.
    private static final int MOST_CLASSES = 10;

    private final Engine engine;
    private @Nullable ImageNetwork network;
    private @Nullable Model networkOf;

    DigitReader(Engine engine) {
        this.engine = engine;
    }

    /// What was read.
    ///
    /// @param probabilities one a class, softened
    /// @param layers the image and what every layer that has something to show made of it; valid until the next reading
    /// @param shown which layer of the model each of them is; -1 for the image
    /// @param lastHidden what the last hidden layer gives out, the inputs without one; valid until the next reading
    record Reading(float[] probabilities, List<LayerImage> layers, List<Integer> shown, float[] lastHidden) {
        int winner() {
            return DigitReader.winner(probabilities);
        }
    }

    /// The most probable class; the first of several.
    static int winner(float[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    /// Whether an experiment's images could be like those of the pad, as far as is known without its data.
    static boolean suits(Experiment experiment) {
        boolean images = experiment.data().source() instanceof Source.Images || experiment.data().source() instanceof Source.Digits;
        Scaling scaling = experiment.data().scaling();
        return images && (scaling == Scaling.UNIT || scaling == Scaling.NONE)
                && experiment.model() instanceof Model.Network model && model.output().units() <= MOST_CLASSES;
    }

    /// Whether a snapshot's network reads images like those of the pad.
    static boolean suits(Snapshot snapshot) {
        Dataset data = snapshot.dataset();
        int classes = data.classNames().size();
        return suits(snapshot.experiment()) && data.inputShape().equals(SHAPE) && data.task() == Task.CLASSIFICATION
                && classes >= 2 && classes <= MOST_CLASSES;
    }

    /// An image of the pad, 0 to 1, as the network's inputs.
    static float[] scaled(float[] ink, Experiment experiment) {
        if (experiment.data().scaling() == Scaling.UNIT) {
            return ink;
        }
        float[] pixels = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = WHITE * ink[i];
        }
        return pixels;
    }

    /// Inputs of the network as an image of the pad, 0 to 1.
    static float[] ink(float[] inputs, int from, Experiment experiment) {
        float scale = experiment.data().scaling() == Scaling.UNIT ? 1 : WHITE;
        float[] ink = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            ink[i] = inputs[from + i] / scale;
        }
        return ink;
    }

    /// Reads an image, with what every layer makes of it.
    ///
    /// @param ink `[28][28]`, 0 to 1
    Reading read(Snapshot snapshot, float[] ink, double temperature) {
        ImageNetwork net = network(snapshot);
        float[] inputs = scaled(ink, snapshot.experiment());
        float[][] activations = net.activations(snapshot.parameters(), inputs);
        List<LayerImage> images = new ArrayList<>();
        List<Integer> shown = new ArrayList<>();
        images.add(LayerImage.image(Texts.get("digits.layer.image"), Centering.SIDE, Centering.SIDE, ink));
        shown.add(-1);
        List<Layer> layers = ((Model.Network) snapshot.experiment().model()).layers();
        for (int layer = 0; layer < layers.size(); layer++) {
            LayerImage image = image(layers.get(layer), net.shapes().get(layer), activations[layer],
                    layer == layers.size() - 1 ? ClassNames.shown(snapshot.dataset().classNames()) : List.of());
            if (image != null) {
                images.add(image);
                shown.add(layer);
            }
        }
        return new Reading(probabilities(net, snapshot, activations[layers.size() - 1], temperature), images, shown,
                layers.size() > 1 ? activations[layers.size() - 2] : inputs);
    }

    /// One probability a class, softened.
    ///
    /// @param ink `[28][28]`, 0 to 1
    float[] probabilities(Snapshot snapshot, float[] ink, double temperature) {
        ImageNetwork net = network(snapshot);
        float[] outputs = net.outputs(snapshot.parameters(), scaled(ink, snapshot.experiment()));
        return probabilities(net, snapshot, outputs, temperature);
    }

    private static float[] probabilities(ImageNetwork net, Snapshot snapshot, float[] outputs, double temperature) {
        return Temperature.soften(net.probabilities(outputs, snapshot.experiment().training().loss()), temperature);
    }

    /// What a layer made of the image; null where it only passes on what it gets.
    private static @Nullable LayerImage image(Layer layer, List<Integer> shape, float[] values, List<String> classes) {
        String name = switch (layer) {
            case Layer.Conv _ -> "digits.layer.conv";
            case Layer.MaxPool _ -> "digits.layer.pool";
            case Layer.Dense _ -> "digits.layer.dense";
            case Layer.Maxout _ -> "digits.layer.maxout";
            case Layer.BatchNorm _ -> "digits.layer.norm";
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> "";
        };
        if (name.isEmpty()) {
            return null;
        }
        if (shape.size() == 3) {
            return LayerImage.maps(Texts.get(name), shape.get(0), shape.get(1), shape.get(2), values);
        }
        return classes.size() == values.length ? LayerImage.classes(Texts.get(name), classes, values)
                : LayerImage.units(Texts.get(name), values.length, values);
    }

    private ImageNetwork network(Snapshot snapshot) {
        Model model = snapshot.experiment().model();
        ImageNetwork known = network;
        if (known == null || !model.equals(networkOf)) {
            known = new ImageNetwork(engine, (Model.Network) model, SHAPE);
            network = known;
            networkOf = model;
        }
        return known;
    }
}
