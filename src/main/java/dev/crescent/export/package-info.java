/// What leaves the program: pictures and animations as files.
@NullMarked
package dev.crescent.export;

import org.jspecify.annotations.NullMarked;
