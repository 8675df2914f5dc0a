/// What is on stage in front of an audience: a picture to the edges, one sentence, and nothing else.
@NullMarked
package dev.crescent.ui.lesson;

import org.jspecify.annotations.NullMarked;
