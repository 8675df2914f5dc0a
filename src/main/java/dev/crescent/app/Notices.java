package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.train.Notice;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows what the trainer has to say, each notice once.
final class Notices {
    /// After a divergence the rate is offered this much lower.
    private static final double LOWER = 0.1;
    private static final long NONE = -1;
    private static final double MOST_UNIT = 1e9;

    private final Workbench bench;
    private final Banners banners;
    private final RunActions run;
    private long shown;
    private String preparing = ""; // what is told until the next notice
    private long offeredFor = NONE; // the run that diverged, while it is on the bench
    private @Nullable Source weighed; // a table whose targets were looked at
    private @Nullable LargeTargets large; // its targets, if they are

    Notices(Workbench bench, Banners banners, RunActions run) {
        this.bench = bench;
        this.banners = banners;
        this.run = run;
    }

    /// Shows the newest notice if it was not shown before, and takes offers away that are not possible any more.
    void show() {
        Snapshot latest = bench.trainer().latest();
        if (offeredFor != NONE && latest != null && latest.run() != offeredFor) {
            offeredFor = NONE;
            banners.withdraw();
        }
        if (latest != null) {
            weigh(latest);
        }
        Notice notice = bench.trainer().notice();
        if (notice == null || notice.number() == shown) {
            return;
        }
        shown = notice.number();
        banners.pass(preparing);
        switch (notice.kind()) {
            case DIVERGED -> {
                Snapshot astray = bench.trainer().latest();
                offeredFor = astray == null ? NONE : astray.run();
                banners.offer(notice.text(), offers());
            }
            case REFUSED -> {
                bench.refused(bench.trainer().latest());
                banners.warn(notice.text());
            }
            case STOPPED -> banners.tell(notice.text());
            case PREPARING -> {
                preparing = notice.text();
                banners.tell(preparing);
            }
            case READY -> { }
            case FELL_BACK, FAILED -> banners.warn(notice.text());
        }
    }

    /// Says of a table that its targets are too large to be learned soon, and offers to divide them.
    private void weigh(Snapshot latest) {
        Source source = latest.experiment().data().source();
        if (source instanceof Source.Csv && latest.dataset().task() == Task.REGRESSION && !source.equals(weighed)) {
            banners.passSuggestion(heavy());
            weighed = source;
            large = LargeTargets.of(latest.dataset().train().values()).orElse(null);
            remind();
        } else if (!source.equals(weighed)) {
            banners.passSuggestion(heavy());
            weighed = null;
            large = null;
        }
    }

    /// Whether targets are said to be too large, and the user has not put that away.
    boolean suggests() {
        return large != null && banners.suggests(heavy());
    }

    /// Says it again when training starts, over which nothing else stays.
    void remind() {
        LargeTargets of = large;
        if (of != null && bench.experiment().data().source() instanceof Source.Csv csv && csv.equals(weighed)) {
            banners.suggest(heavy(), List.of(new Banner.Action(Texts.get("window.divide", Numbers.exact(of.factor())),
                    () -> divide(csv, of.factor()))));
        }
    }

    private String heavy() {
        LargeTargets of = large;
        return of == null ? "" : Texts.get("window.largeTargets", Numbers.exact(of.least()), Numbers.exact(of.greatest()));
    }

    private void divide(Source.Csv table, double factor) {
        Experiment now = bench.experiment();
        if (now.data().source().equals(table)) {
            bench.change(now.withData(now.data().withSource(table.withTargetUnit(Math.min(MOST_UNIT, table.targetUnit() * factor)))),
                    Texts.get("window.divided", Numbers.exact(factor)), true);
            boolean running = run.isRunning();
            run.reset(); // weights that went after the large numbers never come back
            if (running) {
                run.go();
            }
        }
    }

    private List<Banner.Action> offers() {
        List<Banner.Action> offers = new ArrayList<>();
        Optional.ofNullable(bench.trainer().lastGood()).ifPresent(good -> offers.add(lower(good)));
        offers.add(new Banner.Action(Texts.get("window.again"), run::reset));
        return offers;
    }

    private Banner.Action lower(Snapshot good) {
        Optimizer optimizer = bench.experiment().training().optimizer();
        double rate = new BigDecimal(optimizer.learningRate() * LOWER).round(new MathContext(3)).doubleValue();
        String text = Numbers.inText(new BigDecimal(Double.toString(rate)).stripTrailingZeros().toPlainString());
        return new Banner.Action(Texts.get("window.lower", Numbers.fixed(Math.floor(good.epoch()), 0), text), () -> {
            // What was changed since then stays.
            Experiment now = bench.experiment();
            Experiment next = now.withTraining(now.training().withOptimizer(now.training().optimizer().withLearningRate(rate)));
            bench.returnTo(good, next, Texts.get("window.lowered", text));
            run.go();
        });
    }
}
