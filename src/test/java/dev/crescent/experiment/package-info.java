/// Tests of the experiment's records and files.
@NullMarked
package dev.crescent.experiment;

import org.jspecify.annotations.NullMarked;
