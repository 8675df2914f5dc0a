/// The program without a window: the commands of the command line.
///
/// Nothing here needs JavaFX.
@NullMarked
package dev.crescent.cli;

import org.jspecify.annotations.NullMarked;
