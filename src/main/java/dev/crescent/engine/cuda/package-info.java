/// Training on an NVIDIA GPU by CUDA's driver API and kernels of our own; needs the driver and nothing else.
@NullMarked
package dev.crescent.engine.cuda;

import org.jspecify.annotations.NullMarked;
