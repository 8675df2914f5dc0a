/// The digit room's views.
@NullMarked
package dev.crescent.ui.digits;

import org.jspecify.annotations.NullMarked;
