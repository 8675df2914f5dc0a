package dev.crescent.data.digits;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// All styles of each digit.
final class Styles {
    /// Those that come with Crescent.
    static final Styles SHIPPED = new Styles(StyleReader.read(resource()));

    private static final int DIGITS = 10;

    private final List<List<Style>> ofDigit; // [digit]
    private final double[] weight; // [digit], of all its styles together

    /// @throws IllegalArgumentException if a digit has no style
    Styles(List<Style> styles) {
        ofDigit = new ArrayList<>();
        weight = new double[DIGITS];
        for (int digit = 0; digit < DIGITS; digit++) {
            int wanted = digit;
            List<Style> its = styles.stream().filter(style -> style.digit() == wanted).toList();
            if (its.isEmpty()) {
                throw new IllegalArgumentException("there is no style of the digit " + digit);
            }
            ofDigit.add(its);
            weight[digit] = its.stream().mapToDouble(Style::weight).sum();
        }
    }

    List<Style> of(int digit) {
        return ofDigit.get(digit);
    }

    /// A style of a digit, as often as its weight says.
    ///
    /// @param share where in the weights of all the digit's styles, 0 to below 1
    Style pick(int digit, double share) {
        List<Style> its = ofDigit.get(digit);
        double left = share * weight[digit];
        for (Style style : its) {
            left -= style.weight();
            if (left < 0) {
                return style;
            }
        }
        return its.getLast(); // the weights' sum was rounded
    }

    private static List<String> resource() {
        try (InputStream in = Styles.class.getResourceAsStream("styles.txt")) {
            if (in == null) {
                throw new FileNotFoundException("styles.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Crescent's installation is damaged, install it again", e);
        }
    }
}
