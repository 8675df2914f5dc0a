/// Handwritten digits without a camera: drawn by strokes, as many as wanted; and drawings and
/// photos made ready to be read.
@NullMarked
package dev.crescent.data.digits;

import org.jspecify.annotations.NullMarked;
