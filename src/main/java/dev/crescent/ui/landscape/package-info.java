/// The loss landscape: the losses over a plane through the parameter space, seen from above and in 3-D, with the
/// optimizers' paths on it.
///
/// What paints the 3-D picture needs no toolkit: it fills an array of pixels. Both views are shown the same
/// [Landscape], and so have the same colors and the same contour lines.
@NullMarked
package dev.crescent.ui.landscape;

import org.jspecify.annotations.NullMarked;
