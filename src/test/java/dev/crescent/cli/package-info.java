/// Tests of the command line.
@NullMarked
package dev.crescent.cli;

import org.jspecify.annotations.NullMarked;
