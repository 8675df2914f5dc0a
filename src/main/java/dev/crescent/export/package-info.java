/// What leaves the program: pictures, animations and weights as files; weights come back, too.
@NullMarked
package dev.crescent.export;

import org.jspecify.annotations.NullMarked;
