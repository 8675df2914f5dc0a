/// The data panel: point sets as live tiles, how they are sampled and split, features, and painting.
@NullMarked
package dev.crescent.ui.data;

import org.jspecify.annotations.NullMarked;
