/// The start screen: what to begin with, a pad that reads at once, lessons, and the files of late.
@NullMarked
package dev.crescent.ui.start;

import org.jspecify.annotations.NullMarked;
