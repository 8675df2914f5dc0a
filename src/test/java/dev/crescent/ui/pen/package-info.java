@NullMarked
package dev.crescent.ui.pen;

import org.jspecify.annotations.NullMarked;
