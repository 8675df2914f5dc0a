@NullMarked
package dev.crescent.insight.hidden;

import org.jspecify.annotations.NullMarked;
