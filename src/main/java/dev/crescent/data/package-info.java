/// Data sets: generated, painted and read from files; split, scaling and features.
@NullMarked
package dev.crescent.data;

import org.jspecify.annotations.NullMarked;
