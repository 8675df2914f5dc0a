/// What all views share: texts, numbers as text, and panes that paint themselves once a frame.
@NullMarked
package dev.crescent.ui;

import org.jspecify.annotations.NullMarked;
