package dev.crescent.experiment;

/// Whether targets are classes or values.
public enum Task implements Named {
    CLASSIFICATION, REGRESSION;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
