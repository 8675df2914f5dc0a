/// The bottom panel: loss and accuracy over the epochs, painted on canvases.
@NullMarked
package dev.crescent.ui.loss;

import org.jspecify.annotations.NullMarked;
