/// A race of optimizers: the lanes with their standings, and one step under the lens.
@NullMarked
package dev.crescent.ui.race;

import org.jspecify.annotations.NullMarked;
