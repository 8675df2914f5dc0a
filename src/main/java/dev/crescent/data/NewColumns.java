package dev.crescent.data;

import dev.crescent.experiment.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which columns of a table are the features of an experiment that was not made for it.
///
/// @param features the columns by number, in the experiment's order
/// @param target the target's column; -1 if the table has none
record NewColumns(int[] features, int target) {
    /// What `crescent data` calls the target.
    private static final String LABEL = "label";

    /// Finds them: where the table is built like the experiment's own, at the same places; else by the experiment's names,
    /// by those that `crescent data` writes, and, where one of the tables has no names, by their number.
    ///
    /// @param base the folder that the experiment's paths are relative to
    /// @param data of the experiment
    static NewColumns of(CsvFile file, Source source, Path base, Dataset data) throws DataException {
        List<String> names = data.plane() == null ? data.inputNames() : data.plane().axes();
        CsvFile first = null;
        NewColumns own = null;
        String target = LABEL;
        if (source instanceof Source.Csv csv) {
            first = CsvFile.open(base, csv.path(), "data.path");
            int place = CsvTables.target(csv, first);
            own = new NewColumns(CsvTables.features(csv, first, place), place);
            target = first.columns().get(place);
            if (first.columns().equals(file.columns())) {
                return own;
            }
        }
        int[] named = places(file, names);
        if (named != null) {
            return new NewColumns(named, target(file, target, named));
        }
        int[] numbered = places(file, numbered(names.size()));
        if (numbered != null) {
            return new NewColumns(numbered, target(file, LABEL, numbered));
        }
        if (file.header() && (first == null || first.header())) {
            throw new DataException(file.name() + ": " + differs(file, names, target) + "; name its columns "
                    + CsvCell.list(names));
        }
        return byPlace(file, names.size(), own, first);
    }

    private static NewColumns byPlace(CsvFile file, int features, @Nullable NewColumns own, @Nullable CsvFile first)
            throws DataException {
        int columns = file.columns().size();
        if (own != null && first != null && columns == first.columns().size()) {
            return own;
        }
        int[] inOrder = new int[features];
        Arrays.setAll(inOrder, i -> i);
        if (columns == features) {
            return new NewColumns(inOrder, -1);
        }
        if (own == null && columns == features + 1) {
            return new NewColumns(inOrder, features);
        }
        int all = first == null ? features + 1 : first.columns().size();
        throw new DataException(file.name() + ": has " + columns + (columns == 1 ? " column" : " columns")
                + " that cannot be told apart by name; give it the " + features + " of the features alone, all " + all
                + ", or a header");
    }

    /// Which columns it lacks, which it has twice, and which it has that nobody asked for.
    private static String differs(CsvFile file, List<String> names, String target) {
        List<String> missing = names.stream().filter(name -> !file.columns().contains(name)).toList();
        List<String> twice = names.stream().filter(name -> file.columns().contains(name) && place(file, name) < 0).toList();
        List<String> others = file.columns().stream().filter(name -> !names.contains(name) && !name.equals(target)).toList();
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add((missing.size() == 1 ? "has no column " : "has no columns ") + CsvCell.list(missing));
        }
        if (!twice.isEmpty()) {
            parts.add("has more than one " + CsvCell.list(twice));
        }
        if (!others.isEmpty()) {
            parts.add("has " + CsvCell.list(others) + ", which the experiment does not know");
        }
        return parts.isEmpty() ? "has a column that stands for two of the experiment's" : String.join(", and ", parts);
    }

    private static int @Nullable [] places(CsvFile file, List<String> names) {
        int[] places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(file, names.get(i));
            if (places[i] < 0) {
                return null;
            }
        }
        return Arrays.stream(places).distinct().count() == places.length ? places : null;
    }

    private static int target(CsvFile file, String name, int[] features) {
        int place = place(file, name);
        return Arrays.stream(features).anyMatch(f -> f == place) ? -1 : place;
    }

    /// The only column of that name; -1 if there is none, or several.
    private static int place(CsvFile file, String name) {
        int place = file.columns().indexOf(name);
        return place == file.columns().lastIndexOf(name) ? place : -1;
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("x" + i);
        }
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NewColumns(int[] itsFeatures, int itsTarget) && target == itsTarget
                && Arrays.equals(features, itsFeatures);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(features) + target;
    }
}
