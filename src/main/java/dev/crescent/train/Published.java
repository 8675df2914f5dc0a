package dev.crescent.train;

import org.jspecify.annotations.Nullable;

/// What a trainer shows to other threads: its thread writes, anybody reads, nobody waits. Only the newest of each is
/// kept.
final class Published {
    volatile @Nullable Snapshot latest;
    volatile @Nullable Snapshot lastGood;
    volatile @Nullable Notice notice;

    /// For the trainer's thread only.
    void tell(Notice.Kind kind, String text) {
        Notice before = notice;
        notice = new Notice(before == null ? 1 : before.number() + 1, kind, text);
    }
}
