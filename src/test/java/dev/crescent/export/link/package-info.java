@NullMarked
package dev.crescent.export.link;

import org.jspecify.annotations.NullMarked;
