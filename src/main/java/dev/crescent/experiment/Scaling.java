package dev.crescent.experiment;

/// How features are brought to one scale; fitted on the training part only. `UNIT` divides by 255.
public enum Scaling implements Named {
    NONE, STANDARDIZE, MIN_MAX, UNIT;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
