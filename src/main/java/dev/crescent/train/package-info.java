/// Training: the run that owns the weights, the thread it lives on, and the snapshots it publishes.
@NullMarked
package dev.crescent.train;

import org.jspecify.annotations.NullMarked;
