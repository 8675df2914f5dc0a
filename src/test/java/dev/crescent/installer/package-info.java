/// Tests of what packs the program, which is no part of it: see `src/installer`.
@NullMarked
package dev.crescent.installer;

import org.jspecify.annotations.NullMarked;
