/// What is tried: data, model and training as a tree of immutable records, each validated at birth.
///
/// Nothing here imports another package of Crescent.
@NullMarked
package dev.crescent.experiment;

import org.jspecify.annotations.NullMarked;
