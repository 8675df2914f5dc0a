@NullMarked
package dev.crescent.ui.hidden;

import org.jspecify.annotations.NullMarked;
