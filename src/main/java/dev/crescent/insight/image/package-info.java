/// Why a network reads an image as it does, as numbers: no colors, no controls, no toolkit.
@NullMarked
package dev.crescent.insight.image;

import org.jspecify.annotations.NullMarked;
