package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Optimizer;
import dev.crescent.train.Notice;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows what the trainer has to say, each notice once.
final class Notices {
    /// After a divergence the rate is offered this much lower.
    private static final double LOWER = 0.1;

    private final Workbench bench;
    private final DangerLine line;
    private final RunActions run;
    private long shown;

    Notices(Workbench bench, DangerLine line, RunActions run) {
        this.bench = bench;
        this.line = line;
        this.run = run;
    }

    /// Shows the newest notice if it was not shown before.
    void show() {
        Notice notice = bench.trainer().notice();
        if (notice == null || notice.number() == shown) {
            return;
        }
        shown = notice.number();
        switch (notice.kind()) {
            case DIVERGED -> line.warn(notice.text(), offers());
            case REFUSED -> {
                bench.refused(bench.trainer().latest());
                line.warn(notice.text(), List.of());
            }
            case STOPPED, PREPARING -> line.tell(notice.text());
            case READY -> line.hide();
            case FELL_BACK -> {
                bench.fellBack();
                line.warn(notice.text(), List.of());
            }
            case FAILED -> line.warn(notice.text(), List.of());
        }
    }

    private List<DangerLine.Action> offers() {
        List<DangerLine.Action> offers = new ArrayList<>();
        Optional.ofNullable(bench.trainer().lastGood()).ifPresent(good -> offers.add(lower(good)));
        offers.add(new DangerLine.Action(Texts.get("window.again"), run::reset));
        return offers;
    }

    private DangerLine.Action lower(Snapshot good) {
        Optimizer optimizer = bench.experiment().training().optimizer();
        double rate = new BigDecimal(optimizer.learningRate() * LOWER).round(new MathContext(3)).doubleValue();
        String text = new BigDecimal(Double.toString(rate)).stripTrailingZeros().toPlainString();
        return new DangerLine.Action(Texts.get("window.lower", Numbers.fixed(Math.floor(good.epoch()), 0), text), () -> {
            Experiment next = good.experiment()
                    .withTraining(good.experiment().training().withOptimizer(optimizer.withLearningRate(rate)));
            bench.returnTo(good, next, Texts.get("window.lowered", text));
            run.go();
        });
    }
}
