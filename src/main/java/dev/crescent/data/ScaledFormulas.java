package dev.crescent.data;

import dev.crescent.experiment.Formula;
import java.util.List;

/// Features over the plane: formulas, then the scaling fitted to them. Safe for use by several threads at once.
record ScaledFormulas(List<Formula> formulas, Scaler scaler, List<String> axes) implements PlaneFeatures {
    ScaledFormulas {
        formulas = List.copyOf(formulas);
        axes = List.copyOf(axes);
    }

    @Override
    public int width() {
        return formulas.size();
    }

    @Override
    public void apply(float[] x1, float[] x2, int count, float[] into) {
        float[][] columns = {x1, x2};
        for (int f = 0; f < formulas.size(); f++) {
            formulas.get(f).evaluate(columns, count, into, f * count);
            scaler.applyColumn(into, f * count, count, f);
        }
    }
}
