/// The program without a window: the commands of the command line.
///
/// Nothing here needs JavaFX but the command `render`, and that only once it draws.
@NullMarked
package dev.crescent.cli;

import org.jspecify.annotations.NullMarked;
