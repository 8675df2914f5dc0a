/// The samples and the plane as each layer of a network sees them, as numbers.
@NullMarked
package dev.crescent.insight.hidden;

import org.jspecify.annotations.NullMarked;
