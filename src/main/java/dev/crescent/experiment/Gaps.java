package dev.crescent.experiment;

/// What becomes of a table's rows that have nothing where a feature or the target is expected.
public enum Gaps implements Named {
    /// The table is refused.
    REFUSE,
    /// They are left out.
    SKIP;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
