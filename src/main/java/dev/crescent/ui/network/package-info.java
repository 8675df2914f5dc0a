/// The network view: layers as columns of thumbnails, weights as links, and everything about them edited in place.
@NullMarked
package dev.crescent.ui.network;

import org.jspecify.annotations.NullMarked;
