/// Tests of the whole.
@NullMarked
package dev.crescent;

import org.jspecify.annotations.NullMarked;
