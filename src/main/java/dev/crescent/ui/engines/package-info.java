/// The race of the engines: how fast each trains, and from which size on another one is the fastest.
@NullMarked
package dev.crescent.ui.engines;

import org.jspecify.annotations.NullMarked;
