/// Networks as ONNX models, https://onnx.ai: a file that other runtimes load. Written without a library.
@NullMarked
package dev.crescent.export.onnx;

import org.jspecify.annotations.NullMarked;
