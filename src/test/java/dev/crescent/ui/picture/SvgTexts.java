package dev.crescent.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Where an SVG's texts stand in the whole picture.
public final class SvgTexts {
    private SvgTexts() {}

    /// From the left.
    public static double x(Element text) {
        return place(text, "x", 4);
    }

    /// From the top.
    public static double y(Element text) {
        return place(text, "y", 5);
    }

    /// Along one axis: with what all groups around it are moved.
    ///
    /// @param matrix which of a matrix's numbers moves along it
    private static double place(Element text, String axis, int matrix) {
        double place = Double.parseDouble(text.getAttribute(axis));
        for (Node up = text.getParentNode(); up instanceof Element group; up = up.getParentNode()) {
            String transform = group.getAttribute("transform");
            if (transform.isEmpty()) {
                continue;
            }
            double[] numbers = Arrays.stream(transform.replaceAll("[a-z()]", "").split(" ")).mapToDouble(Double::parseDouble)
                    .toArray();
            if (transform.startsWith("translate(")) {
                place += numbers[matrix - 4];
            } else {
                // A turned text: both of its coordinates count.
                double other = Double.parseDouble(text.getAttribute(axis.equals("x") ? "y" : "x"));
                assertThat(group).as("the innermost group").isSameAs(text.getParentNode());
                place = axis.equals("x") ? numbers[0] * place + numbers[2] * other + numbers[4]
                        : numbers[1] * other + numbers[3] * place + numbers[5];
            }
        }
        return place;
    }
}
