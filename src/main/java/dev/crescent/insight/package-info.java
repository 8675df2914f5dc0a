/// What a view shows, as numbers: no colors, no controls, no toolkit.
@NullMarked
package dev.crescent.insight;

import org.jspecify.annotations.NullMarked;
