/// Pictures of the views without a window: one class a view, drawn by the same nodes that the window shows.
///
/// [PictureStudio] is the way in; nothing in its signatures needs JavaFX.
@NullMarked
package dev.crescent.ui.picture;

import org.jspecify.annotations.NullMarked;
