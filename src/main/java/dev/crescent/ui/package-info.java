/// What all views share: texts, numbers as text, icons, and what happens once a frame.
@NullMarked
package dev.crescent.ui;

import org.jspecify.annotations.NullMarked;
