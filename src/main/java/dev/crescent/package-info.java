/// The program's entry.
@NullMarked
package dev.crescent;

import org.jspecify.annotations.NullMarked;
