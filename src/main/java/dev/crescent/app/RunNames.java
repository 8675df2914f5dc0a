package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.ui.Numbers;
import java.math.BigDecimal;
import java.util.StringJoiner;

/// Short names that tell runs apart: "6-4-2 adam 0.01".
final class RunNames {
    private RunNames() {}

    static String of(Experiment experiment) {
        StringJoiner units = new StringJoiner("-");
        if (experiment.model() instanceof Model.Network network) {
            for (Layer layer : network.layers()) {
                switch (layer) {
                    case Layer.Dense dense -> units.add(Integer.toString(dense.units()));
                    case Layer.Maxout maxout -> units.add(Integer.toString(maxout.units()));
                    case Layer.Conv _, Layer.MaxPool _, Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _,
                         Layer.Flatten _ -> { }
                }
            }
        }
        String rate = BigDecimal.valueOf(experiment.training().optimizer().learningRate()).stripTrailingZeros()
                .toPlainString();
        return units + " " + experiment.training().optimizer().id() + " " + Numbers.inText(rate);
    }
}
