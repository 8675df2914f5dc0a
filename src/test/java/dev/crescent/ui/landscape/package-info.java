@NullMarked
package dev.crescent.ui.landscape;

import org.jspecify.annotations.NullMarked;
