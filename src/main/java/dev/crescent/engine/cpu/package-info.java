/// The default engine: one fused engine on the JDK's Vector API for every size of network.
@NullMarked
package dev.crescent.engine.cpu;

import org.jspecify.annotations.NullMarked;
