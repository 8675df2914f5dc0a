package dev.crescent.ui.network;

import dev.crescent.insight.UnitFields;
import dev.crescent.insight.UnitSpreads;
import org.jspecify.annotations.Nullable;

/// What the view was told of the plane: the units' fields or spreads for the thumbnails, the probe's place in them, and what every
/// unit says to the pinned sample.
final class PlaneState {
    private @Nullable UnitFields fields;
    private @Nullable UnitSpreads spreads;
    private float @Nullable [][] activations;
    private float[] image = new float[0];
    private double probeX1 = Double.NaN;
    private double probeX2 = Double.NaN;

    /// @param newest null where the data do not lie in a plane
    void setFields(@Nullable UnitFields newest) {
        fields = newest;
        spreads = null;
    }

    @Nullable UnitSpreads spreads() {
        return spreads;
    }

    /// In place of fields.
    void setSpreads(UnitSpreads newest) {
        fields = null;
        spreads = newest;
    }

    /// @param x1 NaN for no probe
    void setProbe(double x1, double x2) {
        probeX1 = x1;
        probeX2 = x2;
    }

    /// @param pixels `[rows][columns]`, 0 to 1; empty for none
    void setImage(float[] pixels) {
        image = pixels;
    }

    /// @param perLayer the features, then every layer of the model: `[1 + layers][units]`; null for no pinned sample
    void setActivations(float @Nullable [][] perLayer) {
        activations = perLayer;
    }

    /// Hands everything to those who show it.
    void pass(Structure structure, NetworkPainter painter, NetworkLabels labels) {
        UnitFields known = fields;
        painter.setFields(known);
        painter.setSpreads(spreads);
        painter.setImage(image);
        if (known == null || Double.isNaN(probeX1)) {
            painter.setProbe(Double.NaN, Double.NaN);
        } else {
            painter.setProbe((probeX1 - known.region().x1Min()) / known.region().width(),
                    (probeX2 - known.region().x2Min()) / known.region().height());
        }
        float[][] levels = perColumn(structure);
        painter.setLevels(levels);
        labels.showValues(levels == null ? null : levels[levels.length - 1]);
    }

    /// Brings activations from one a layer to one a column.
    private float @Nullable [][] perColumn(Structure structure) {
        float[][] all = activations;
        return all == null ? null : structure.columns().stream()
                .map(c -> c.layer() + 1 < all.length ? all[c.layer() + 1] : new float[0]).toArray(float[][]::new);
    }
}
