@NullMarked
package dev.crescent.export;

import org.jspecify.annotations.NullMarked;
