@NullMarked
package dev.crescent.train;

import org.jspecify.annotations.NullMarked;
