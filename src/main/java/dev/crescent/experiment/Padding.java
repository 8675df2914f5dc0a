package dev.crescent.experiment;

/// How a convolution treats the border: `VALID` stays inside, `SAME` keeps the size, `FULL` takes every overlap.
public enum Padding implements Named {
    VALID, SAME, FULL;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
