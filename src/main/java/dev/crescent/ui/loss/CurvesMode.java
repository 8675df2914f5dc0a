package dev.crescent.ui.loss;

import java.util.List;

/// Which charts are on screen.
public enum CurvesMode {
    LOSS, ACCURACY, BOTH;

    List<Measure> measures() {
        return switch (this) {
            case LOSS -> List.of(Measure.LOSS);
            case ACCURACY -> List.of(Measure.ACCURACY);
            case BOTH -> List.of(Measure.LOSS, Measure.ACCURACY);
        };
    }
}
