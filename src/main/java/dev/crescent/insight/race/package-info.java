/// A race of optimizers on one network: the same start and the same mini-batches, side by side. No colors, no controls, no
/// toolkit.
@NullMarked
package dev.crescent.insight.race;

import org.jspecify.annotations.NullMarked;
