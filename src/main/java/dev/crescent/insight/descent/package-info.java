/// Gradient descent on functions of the plane, step by step, as numbers: the functions, an optimizer at work on them and
/// on one weight of a network, its update written out, and which start leads to which minimum.
@NullMarked
package dev.crescent.insight.descent;

import org.jspecify.annotations.NullMarked;
