/// What leaves the program as files: pictures, animations, experiments that find their data from another place, weights.
/// Weights come back, too, and so do pictures.
@NullMarked
package dev.crescent.export;

import org.jspecify.annotations.NullMarked;
