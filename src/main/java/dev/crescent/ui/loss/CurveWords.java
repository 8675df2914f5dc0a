package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/// What curves have come to, in a sentence for those who hear it.
final class CurveWords {
    private CurveWords() {}

    /// Such as "Training loss 0.12, test loss 0.15 at epoch 30."
    static String of(CurveData data) {
        if (data.count() == 0) {
            return Texts.get("curves.none");
        }
        int last = data.count() - 1;
        List<String> parts = new ArrayList<>();
        add(parts, "curves.saidTrainLoss", data.trainLoss()[last], false);
        add(parts, "curves.saidTestLoss", data.testLoss()[last], false);
        add(parts, "curves.saidTrainAccuracy", data.trainAccuracy()[last], true);
        add(parts, "curves.saidTestAccuracy", data.testAccuracy()[last], true);
        return parts.isEmpty() ? Texts.get("curves.none")
                : Texts.get("curves.said", String.join(", ", parts), Numbers.fixed(data.epochs()[last], 0));
    }

    private static void add(List<String> parts, String key, double value, boolean share) {
        if (Double.isFinite(value)) {
            parts.add(Texts.get(key, share ? Numbers.percent(value, 1) : Numbers.loss(value)));
        }
    }
}
