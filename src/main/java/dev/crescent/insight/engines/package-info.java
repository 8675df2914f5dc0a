/// What the engines can do on this machine: what each runs on, how fast each trains an experiment, and from which size of a
/// network on another one is the fastest.
@NullMarked
package dev.crescent.insight.engines;

import org.jspecify.annotations.NullMarked;
