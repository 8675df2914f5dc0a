package dev.crescent.ui.landscape;

/// How far the picture of a landscape can be trusted, as numbers. Distances are in the parameters' own units.
///
/// @param across share of the path's variance along the picture's width, 0 to 1
/// @param up likewise, along its height
/// @param acrossName what runs across
/// @param upName what runs up
/// @param ball how far the network is off the plane
/// @param path how far its path is, the root of the mean of the squares
/// @param farthest how far the path's farthest point is
/// @param drawn the picture's loss where the network is drawn; NaN where there is none
/// @param actual the network's own loss, over the same samples
/// @param measured on what the losses are measured, a sentence
public record Trust(double across, double up, String acrossName, String upName, double ball, double path, double farthest,
                    double drawn, double actual, String measured) {}
