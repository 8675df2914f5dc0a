/// Painting once for the screen and for files: what views paint with a [Pen] is shown by a canvas, kept as commands, and
/// written as SVG.
///
/// Knows nothing of experiments, engines or views.
@NullMarked
package dev.crescent.ui.pen;

import org.jspecify.annotations.NullMarked;
