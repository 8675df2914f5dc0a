@NullMarked
package dev.crescent.ui.race;

import org.jspecify.annotations.NullMarked;
