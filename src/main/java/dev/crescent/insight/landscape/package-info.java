/// The loss landscape of a network as numbers: a plane through its parameters, the loss over it, the path of a run on it.
/// No colors, no controls, no toolkit.
@NullMarked
package dev.crescent.insight.landscape;

import org.jspecify.annotations.NullMarked;
