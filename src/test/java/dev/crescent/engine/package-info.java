@NullMarked
package dev.crescent.engine;

import org.jspecify.annotations.NullMarked;
