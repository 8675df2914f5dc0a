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

    private final Workbench bench;
    private final Banners banners;
    private final RunActions run;
    private long shown;
    private String preparing = ""; // what is told until the next notice
    private long offeredFor = NONE; // the run that diverged, while it is on the bench
    private @Nullable Source weighed; // what was looked at for large targets
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
        if (source.equals(weighed) || !source.equals(bench.experiment().data().source())) {
            return;
        }
        banners.passSuggestion(heavy());
        weighed = source;
        large = source instanceof Source.Csv table && latest.dataset().task() == Task.REGRESSION
                ? LargeTargets.of(latest.dataset().train().values(), Source.Csv.MOST_UNIT / table.targetUnit()).orElse(null) : null;
        remind();
    }

    /// Whether targets are said to be too large, and the user has not put that away.
    boolean suggests() {
        return large != null && banners.suggests(heavy());
    }

    /// Says it again when training starts, over which nothing else stays; of data that are not on the bench any more, when
    /// they come back.
    void remind() {
        LargeTargets of = large;
        if (of == null) {
            return;
        }
        if (bench.experiment().data().source() instanceof Source.Csv csv && csv.equals(weighed)) {
            banners.suggest(heavy(), List.of(new Banner.Action(Texts.get("window.divide", Numbers.exact(of.factor())),
                    () -> divide(csv, of.factor()))));
        } else {
            weighed = null;
            large = null;
        }
    }

    private String heavy() {
        LargeTargets of = large;
        return of == null ? "" : Texts.get("window.largeTargets", Numbers.exact(of.least()), Numbers.exact(of.greatest()));
    }

    /// That begins a new run: weights that went after the large numbers never come back.
    private void divide(Source.Csv table, double factor) {
        Experiment now = bench.experiment();
        if (now.data().source().equals(table)) {
            weighed = null; // undone before the trainer has noticed, they are as large as before
            large = null;
            bench.change(now.withData(now.data().withSource(table.withTargetUnit(table.targetUnit() * factor))),
                    Texts.get("window.divided", Numbers.exact(factor)), true);
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
