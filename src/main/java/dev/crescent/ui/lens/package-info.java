/// One training step of a network under the lens: its parts, their formulas with the numbers of now, and the numbers on
/// the network itself.
@NullMarked
package dev.crescent.ui.lens;

import org.jspecify.annotations.NullMarked;
