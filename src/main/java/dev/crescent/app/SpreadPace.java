package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Model;
import dev.crescent.insight.SpreadCounter;
import dev.crescent.insight.UnitSpreads;
import dev.crescent.train.Snapshot;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Counts how the units' outputs are spread wherever they are shown so, at the pace of thumbnails and only where the weights
/// have changed. Belongs to one thread.
final class SpreadPace {
    /// While training.
    private static final long PACE_NANOS = 60_000_000;

    private final Engine engine;
    private @Nullable SpreadCounter counter;
    private Model.@Nullable Network counterOf;
    private @Nullable Dataset dataOf;
    private float @Nullable [] counted;
    private long at;

    SpreadPace(Engine engine) {
        this.engine = engine;
    }

    /// What was counted, and of which snapshot.
    record Counted(Snapshot snapshot, UnitSpreads spreads) {}

    /// The spreads of a snapshot; null if they are not shown, or if there are no others since.
    ///
    /// @param now nanoseconds
    @Nullable Counted count(Snapshot snapshot, long now) {
        Dataset data = snapshot.dataset();
        if (!UnitSpreads.suit(data) || !(snapshot.experiment().model() instanceof Model.Network network)) {
            counter = null;
            return null;
        }
        SpreadCounter known = counter;
        boolean same = known != null && network.equals(counterOf) && data == dataOf;
        boolean early = snapshot.running() && now - at < PACE_NANOS;
        if (same && (early || Arrays.equals(snapshot.parameters(), counted))) {
            return null;
        }
        SpreadCounter asked = same && known != null ? known
                : new SpreadCounter(network, data, engine.evaluator(network, data.inputShape()));
        counter = asked;
        counterOf = network;
        dataOf = data;
        counted = snapshot.parameters();
        at = now;
        return new Counted(snapshot, asked.count(snapshot.parameters()));
    }
}
