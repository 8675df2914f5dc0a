/// The machine's places for what Crescent keeps.
@NullMarked
package dev.crescent.host;

import org.jspecify.annotations.NullMarked;
