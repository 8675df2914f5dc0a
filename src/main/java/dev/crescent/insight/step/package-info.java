/// One training step of a network written out: what goes forward, the loss, what comes back, and every weight's update.
@NullMarked
package dev.crescent.insight.step;

import org.jspecify.annotations.NullMarked;
