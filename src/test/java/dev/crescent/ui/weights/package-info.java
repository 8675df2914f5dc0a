@NullMarked
package dev.crescent.ui.weights;

import org.jspecify.annotations.NullMarked;
