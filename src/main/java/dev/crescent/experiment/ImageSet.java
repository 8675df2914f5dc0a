package dev.crescent.experiment;

/// The image data sets read from four IDX files.
public enum ImageSet implements Named {
    MNIST, FASHION_MNIST, IDX;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
