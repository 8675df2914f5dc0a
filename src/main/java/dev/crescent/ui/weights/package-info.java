/// All weights of a network as heat maps.
@NullMarked
package dev.crescent.ui.weights;

import org.jspecify.annotations.NullMarked;
