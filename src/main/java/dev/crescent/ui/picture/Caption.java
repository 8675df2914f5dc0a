package dev.crescent.ui.picture;

import dev.crescent.engine.Metrics;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.TimelineBar;

/// What was reached, in a few words.
public final class Caption {
    private Caption() {}

    /// "epoch 100, training loss 0.0012, test accuracy 99.6 %"; a regression has a test loss in the accuracy's place, and
    /// without a test part it is the training part's. The epoch is as the timeline has it.
    public static String of(double epoch, Metrics train, Metrics test) {
        String loss = Texts.get("picture.trainLoss", Numbers.loss(train.loss()));
        String second = second(train, test);
        return Texts.get("picture.state", TimelineBar.epochText(epoch), second.isEmpty() ? loss : loss + ", " + second);
    }

    static String of(Moment moment) {
        return of(moment.epoch(), moment.train(), moment.test());
    }

    private static String second(Metrics train, Metrics test) {
        if (!Double.isNaN(test.accuracy())) {
            return Texts.get("picture.testAccuracy", Numbers.percent(test.accuracy(), 1));
        }
        if (!Double.isNaN(test.loss())) {
            return Texts.get("picture.testLoss", Numbers.loss(test.loss()));
        }
        return Double.isNaN(train.accuracy()) ? ""
                : Texts.get("picture.trainAccuracy", Numbers.percent(train.accuracy(), 1));
    }
}
