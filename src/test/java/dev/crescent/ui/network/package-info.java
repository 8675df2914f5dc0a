@NullMarked
package dev.crescent.ui.network;

import org.jspecify.annotations.NullMarked;
