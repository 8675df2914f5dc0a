package dev.crescent.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes of a table's target, numbered while they are met and put in order at the end.
final class CsvClasses {
    /// More classes than this are taken for numbers that were meant as values.
    static final int MOST = 1000;

    private final Map<String, Integer> indices = new HashMap<>();
    private final boolean open;

    /// Classes still to be met.
    CsvClasses() {
        open = true;
    }

    /// Known classes; no others are taken.
    CsvClasses(List<String> names) {
        open = false;
        names.forEach(name -> indices.put(name, indices.size()));
    }

    /// The index of a cell's class: that of its text, of its value if it is a whole number. -1 if it cannot be taken.
    int index(String cell) {
        String name = canonical(cell.strip());
        Integer known = indices.get(name);
        if (known != null) {
            return known;
        }
        if (!open || indices.size() == MOST) {
            return -1;
        }
        indices.put(name, indices.size());
        return indices.size() - 1;
    }

    /// Why a class was not taken, in words that follow the place.
    String refusal(String cell) {
        return open ? "there are more than " + MOST + " classes; choose the task regression or another target"
                : "\"" + cell + "\" is not a class of the training table; correct it or delete the row";
    }

    /// Whole numbers alike, however they are written: `1`, `1.0` and `01` are one class.
    private static String canonical(String cell) {
        double number = CsvNumber.parse(cell);
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : cell;
    }

    /// The classes in order: by value if all are numbers, else by name.
    List<String> sorted() {
        List<String> names = new ArrayList<>(indices.keySet());
        boolean numbers = names.stream().noneMatch(name -> Double.isNaN(CsvNumber.parse(name)));
        Comparator<String> byName = Comparator.naturalOrder();
        names.sort(numbers ? Comparator.<String>comparingDouble(CsvNumber::parse).thenComparing(byName) : byName);
        return names;
    }

    /// For each index met, its place in an order of the same names.
    int[] placesIn(List<String> sorted) {
        int[] places = new int[sorted.size()];
        for (int place = 0; place < places.length; place++) {
            @Nullable Integer met = indices.get(sorted.get(place));
            if (met == null) {
                throw new IllegalArgumentException("unknown class " + sorted.get(place));
            }
            places[met] = place;
        }
        return places;
    }
}
