@NullMarked
package dev.crescent.ui.start;

import org.jspecify.annotations.NullMarked;
