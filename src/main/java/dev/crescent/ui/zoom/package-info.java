/// The size of everything in a window, from 80 to 200 percent, and what keeps it sharp there. Knows no view.
@NullMarked
package dev.crescent.ui.zoom;

import org.jspecify.annotations.NullMarked;
