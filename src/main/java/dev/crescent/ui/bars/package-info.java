/// The bars above the rooms: run controls and training settings.
@NullMarked
package dev.crescent.ui.bars;

import org.jspecify.annotations.NullMarked;
