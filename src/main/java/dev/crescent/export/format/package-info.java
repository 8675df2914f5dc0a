/// Everything that a network can be exported as, by name.
@NullMarked
package dev.crescent.export.format;

import org.jspecify.annotations.NullMarked;
