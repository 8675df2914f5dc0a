/// The hidden space: the samples as a network's last hidden layer sees them.
@NullMarked
package dev.crescent.ui.hidden;

import org.jspecify.annotations.NullMarked;
