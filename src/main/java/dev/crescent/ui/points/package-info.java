/// The output panel: what a model says over the plane, the points it was shown, and one pinned point.
@NullMarked
package dev.crescent.ui.points;

import org.jspecify.annotations.NullMarked;
