package dev.crescent.insight.hidden;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.insight.hidden.HiddenNetwork.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Measures what one update of the hidden space takes, from parameters to places: small networks over the plane with a mesh
/// of 73 x 73 points, and networks of images. Prints the median of some rounds. Not a test: run it by hand.
final class HiddenTimes {
    private static final int ROUNDS = 30;

    private HiddenTimes() {}

    public static void main(String[] arguments) throws Exception {
        measure("circle, 2-4-2, 500 samples", Builtins.read("circle"), Scenes.FLAT);
        measure("circle, 2-4-2, inputs with backdrop", Builtins.read("circle"), new Look(false, 0, 2, null));
        measure("spiral, 4-8-8-2, 500 samples", Builtins.read("spiral"), Scenes.FLAT);
        measure("spiral, 4-8-8-2, 3-D", Builtins.read("spiral"), Scenes.DEEP);
        List<Layer> deep = new ArrayList<>(Collections.nCopies(6, new Layer.Dense(8, Activation.TANH)));
        deep.add(Scenes.OUTPUT);
        measure("moons, 2-8-8-8-8-8-8-2", Experiment.defaults().withModel(new Model.Network(1, deep)), Scenes.FLAT);
        Data digits = new Data(new Source.Digits(5000), 1, 0.4, Scaling.UNIT);
        for (String name : List.of("digits-mlp", "digits-small", "digits-conv")) {
            measure(name + ", 5000 images", Builtins.read(name).withData(digits), Scenes.FLAT);
        }
    }

    private static void measure(String name, Experiment experiment, Look look) throws Exception {
        Dataset data = Scenes.data(experiment);
        boolean plane = data.plane() != null;
        List<float[]> path = Scenes.path(experiment, data, plane ? 2 * ROUNDS : 12);
        HiddenNetwork network = Scenes.network(experiment, data);
        double[] milliseconds = new double[path.size()];
        HiddenSpace space = network.look(path.getFirst(), look);
        for (int i = 0; i < path.size(); i++) {
            long start = System.nanoTime();
            space = network.look(path.get(i), look);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        // The first rounds are the compiler's.
        double[] warm = Arrays.copyOfRange(milliseconds, path.size() / 2, path.size());
        Arrays.sort(warm);
        System.out.printf(Locale.ROOT, "%-44s %5d points %9.2f ms (%.2f to %.2f)%n", name, space.points(),
                warm[warm.length / 2], warm[0], warm[warm.length - 1]);
    }
}
