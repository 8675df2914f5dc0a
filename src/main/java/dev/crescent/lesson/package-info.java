/// Lessons: scenes that put an experiment and a caption on stage.
@NullMarked
package dev.crescent.lesson;

import org.jspecify.annotations.NullMarked;
