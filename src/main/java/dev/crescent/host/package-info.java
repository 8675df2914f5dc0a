/// The machine that Crescent runs on: places for what it keeps, memory, signals.
@NullMarked
package dev.crescent.host;

import org.jspecify.annotations.NullMarked;
