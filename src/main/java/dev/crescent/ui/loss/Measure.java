package dev.crescent.ui.loss;

/// What a chart shows.
enum Measure {
    LOSS, ACCURACY
}
