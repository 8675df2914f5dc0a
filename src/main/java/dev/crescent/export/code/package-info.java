/// Networks as short programs in other frameworks: PyTorch, Keras, scikit-learn, NumPy, and Java without a library. Each builds
/// the network, gives it its weights, shows how inputs are made, and says something to a few samples.
@NullMarked
package dev.crescent.export.code;

import org.jspecify.annotations.NullMarked;
