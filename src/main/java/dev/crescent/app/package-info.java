/// The desktop program: window, files, undo, preferences; the only place where views, trainer and files are wired.
@NullMarked
package dev.crescent.app;

import org.jspecify.annotations.NullMarked;
