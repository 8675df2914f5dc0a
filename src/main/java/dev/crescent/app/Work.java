package dev.crescent.app;

import dev.crescent.insight.CurveData;
import dev.crescent.train.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a window has on the bench, as it is kept from one start to the next.
///
/// @param progress where its training stands; null to begin at the start
/// @param pinned runs kept for comparison
/// @param room the room that shows it, by its name in lower case; empty if nobody knows
record Work(Document document, @Nullable Progress progress, List<CurveData.Ghost> pinned, String room) {
    /// A document at its start.
    static Work of(Document document) {
        return new Work(document, null, List.of(), "");
    }
}
