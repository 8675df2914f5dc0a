@NullMarked
package dev.crescent.engine.cpu;

import org.jspecify.annotations.NullMarked;
