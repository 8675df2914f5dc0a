/// The room of handwritten digits: where they are drawn, and what becomes of a drawing.
@NullMarked
package dev.crescent.ui.digits;

import org.jspecify.annotations.NullMarked;
