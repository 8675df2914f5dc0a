@NullMarked
package dev.crescent.ui.digits;

import org.jspecify.annotations.NullMarked;
