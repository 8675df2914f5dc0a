@NullMarked
package dev.crescent.engine.nd4j;

import org.jspecify.annotations.NullMarked;
