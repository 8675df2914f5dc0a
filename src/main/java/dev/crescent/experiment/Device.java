package dev.crescent.experiment;

/// Which engine trains: `AUTO` is the CPU, as long as no GPU has shown where CUDA gains.
public enum Device implements Named {
    AUTO, CPU, ND4J, CUDA;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
