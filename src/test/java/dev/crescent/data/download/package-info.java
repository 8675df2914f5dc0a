@NullMarked
package dev.crescent.data.download;

import org.jspecify.annotations.NullMarked;
