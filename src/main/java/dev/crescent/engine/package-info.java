/// The engine a trainer drives, and what every engine shares: parameter layout, shapes, starting values.
@NullMarked
package dev.crescent.engine;

import org.jspecify.annotations.NullMarked;
