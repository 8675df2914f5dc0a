package dev.crescent.export.code;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.Weights;
import dev.crescent.export.WholeFile;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Which of a program's numbers stand in its text, and the file beside it that has the others.
///
/// @param weights whether weights are in the file, `samples` and `scaling` likewise
record Companion(TrainedNetwork network, boolean weights, boolean samples, boolean scaling) {
    /// More weights than these nobody reads.
    private static final int MOST_WEIGHTS = 2000;
    private static final int MOST_OF_SAMPLES = 300;
    private static final int MOST_OF_SCALING = 64;

    static Companion of(TrainedNetwork network) {
        boolean samples = network.samples().rows().length > MOST_OF_SAMPLES;
        boolean scaling = network.inputs().width() > MOST_OF_SCALING && !network.inputs().isDivided();
        boolean weights = samples || scaling || network.parameters().length >= MOST_WEIGHTS;
        return new Companion(network, weights, samples, scaling);
    }

    /// An array of parameters.
    ///
    /// @param name as in weights files: `0.weight`
    record Array(String name, int layer, String part, List<Integer> shape, float[] values) {}

    /// All arrays of parameters, in their order.
    static List<Array> arrays(TrainedNetwork network) {
        List<Array> arrays = new ArrayList<>();
        for (ParameterLayout.Slice slice : network.layout().slices()) {
            int layer = slice.layer();
            arrays.add(array(layer, "weight", slice.weightShape(), network.weight(layer)));
            if (slice.biasCount() > 0) {
                arrays.add(array(layer, "bias", List.of(slice.biasCount()), network.bias(layer)));
            }
            if (network.layout().statistics(layer).isPresent()) {
                List<Integer> shape = List.of(slice.weightCount());
                arrays.add(array(layer, "running_mean", shape, network.runningMean(layer)));
                arrays.add(array(layer, "running_var", shape, network.runningVariance(layer)));
            }
        }
        return arrays;
    }

    private static Array array(int layer, String part, List<Integer> shape, float[] values) {
        return new Array(layer + "." + part, layer, part, shape, values);
    }

    /// The shape of the samples.
    static List<Integer> sampleShape(TrainedNetwork network) {
        List<Integer> shape = new ArrayList<>(List.of(network.samples().count()));
        shape.addAll(network.hasImages() ? network.inputShape() : List.of(network.columns()));
        return shape;
    }

    /// The program with what it needs beside it.
    ///
    /// @param stem the program's file name without what is behind its last point
    Program numpy(String text, String stem) {
        return new Program(text, weights ? npz(stem) : null, npz());
    }

    static String npz(String stem) {
        return stem + "-weights.npz";
    }

    private WholeFile.Content npz() {
        List<Weights.Extra> extras = new ArrayList<>();
        if (samples) {
            extras.add(new Weights.Extra("samples", sampleShape(network), network.samples().rows(), new double[0]));
        }
        if (scaling) {
            List<Integer> shape = List.of(network.inputs().width());
            extras.add(new Weights.Extra("offset", shape, new float[0], network.inputs().offset()));
            extras.add(new Weights.Extra("divisor", shape, new float[0], network.inputs().divisor()));
        }
        return out -> Weights.write(out, network.layout(), network.parameters(), extras);
    }

    static String bin(String stem) {
        return stem + "-weights.bin";
    }

    /// Numbers of Java's [java.io.DataInputStream], behind each other.
    Program java(String text, String stem) {
        return new Program(text, weights ? bin(stem) : null, out -> {
            DataOutputStream data = new DataOutputStream(out);
            for (Array array : arrays(network)) {
                for (float value : array.values) {
                    data.writeFloat(value);
                }
            }
            for (int i = 0; samples && i < network.samples().rows().length; i++) {
                data.writeFloat(network.samples().rows()[i]);
            }
            for (int i = 0; scaling && i < network.inputs().width(); i++) {
                data.writeDouble(network.inputs().offset()[i]);
                data.writeDouble(network.inputs().divisor()[i]);
            }
            data.flush();
        });
    }
}
