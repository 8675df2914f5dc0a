/// The second opinion: networks as ND4J array operations, behind the same interface as the default engine and sharing none
/// of its arithmetic. No class of ND4J is loaded before a network is opened here.
@NullMarked
package dev.crescent.engine.nd4j;

import org.jspecify.annotations.NullMarked;
