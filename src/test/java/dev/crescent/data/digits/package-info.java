@NullMarked
package dev.crescent.data.digits;

import org.jspecify.annotations.NullMarked;
