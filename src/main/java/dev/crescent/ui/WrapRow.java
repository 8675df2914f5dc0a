package dev.crescent.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A row with parts at its left end and others at its right end. Where they have no room beside each other they go on in
/// further rows; only what is alone in a row and still too wide is cut.
public final class WrapRow extends Region {
    private final double gap;
    private final double lineGap;
    private List<Node> left = List.of();
    private List<Node> right = List.of();

    /// A part's place within the content, in pixels.
    private record Place(Node node, double x, int line, double width) {}

    /// @param gap between parts, in pixels
    /// @param lineGap between rows, in pixels
    public WrapRow(double gap, double lineGap) {
        this.gap = gap;
        this.lineGap = lineGap;
    }

    /// Replaces all parts.
    ///
    /// @param atLeft from the left edge on
    /// @param atRight up to the right edge; below the others, from the left edge on, where there is no room beside them
    public void show(List<? extends Node> atLeft, List<? extends Node> atRight) {
        left = List.copyOf(atLeft);
        right = List.copyOf(atRight);
        getChildren().setAll(left);
        getChildren().addAll(right);
    }

    private List<Place> places(double width) {
        List<Place> places = new ArrayList<>();
        double end = flow(left, 0, 0, width, places);
        int line = places.isEmpty() ? 0 : places.getLast().line();
        double rest = right.stream().mapToDouble(node -> prefWidth(node) + gap).sum() - gap;
        boolean beside = end + (end > 0 ? gap : 0) + rest <= width;
        flow(right, beside ? width - rest : 0, beside || end == 0 ? line : line + 1, width, places);
        return places;
    }

    /// Places parts one after the other.
    ///
    /// @return where the last one ends
    private double flow(List<Node> nodes, double from, int firstLine, double width, List<Place> places) {
        double x = from;
        double end = 0;
        int line = firstLine;
        for (Node node : nodes) {
            double wide = Math.min(prefWidth(node), width);
            if (x > from && x + wide > width + 0.5) {
                x = 0;
                line++;
            }
            places.add(new Place(node, x, line, wide));
            end = x + wide;
            x = end + gap;
        }
        return end;
    }

    private static double prefWidth(Node node) {
        return Math.ceil(node.prefWidth(-1));
    }

    private double lineHeight() {
        return getChildren().stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().stream().mapToDouble(node -> prefWidth(node) + gap).sum();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int lines = 1 + places(width < 0 ? computePrefWidth(-1) : width).stream().mapToInt(Place::line).max().orElse(0);
        return lines * (lineHeight() + lineGap) - lineGap;
    }

    @Override
    protected void layoutChildren() {
        double height = lineHeight();
        for (Place place : places(getWidth())) {
            double high = Math.min(height, place.node().prefHeight(-1));
            place.node().resizeRelocate(place.x(), snapPositionY(place.line() * (height + lineGap) + (height - high) / 2),
                    place.width(), high);
        }
    }
}
