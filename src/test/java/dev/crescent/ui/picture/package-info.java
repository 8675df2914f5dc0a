@NullMarked
package dev.crescent.ui.picture;

import org.jspecify.annotations.NullMarked;
