package dev.crescent.engine.cuda;

/// What figures that were measured on a GPU are said to be of.
///
/// @param name such as `NVIDIA H100 80GB HBM3`
/// @param driver such as `driver 560.35.03, CUDA 12.6`; the driver's own version only where the system tells it
public record Gpu(String name, String driver) {}
