@NullMarked
package dev.crescent.export.code;

import org.jspecify.annotations.NullMarked;
