/// What leaves the program: pictures, animations, experiments that find their data from another place.
@NullMarked
package dev.crescent.export;

import org.jspecify.annotations.NullMarked;
