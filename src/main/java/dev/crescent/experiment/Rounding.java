package dev.crescent.experiment;

/// Whether a pooling window that does not fit at the border is dropped (`DOWN`) or cut off (`UP`).
public enum Rounding implements Named {
    DOWN, UP;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
