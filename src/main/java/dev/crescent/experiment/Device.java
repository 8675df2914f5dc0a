package dev.crescent.experiment;

/// Which engine trains: `AUTO` is CUDA where the network is large enough to gain from it, else the CPU.
public enum Device implements Named {
    AUTO, CPU, ND4J, CUDA;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
