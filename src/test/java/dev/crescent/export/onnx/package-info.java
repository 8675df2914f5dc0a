@NullMarked
package dev.crescent.export.onnx;

import org.jspecify.annotations.NullMarked;
