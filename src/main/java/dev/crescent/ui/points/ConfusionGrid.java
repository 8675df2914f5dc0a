package dev.crescent.ui.points;

/// Where a confusion matrix's parts lie, in pixels from the section's upper left corner.
///
/// Up to four classes leave room for the words beside the matrix; more get lower cells and have the words above.
///
/// @param classes how many rows and columns there are
/// @param left where the first column begins, after the rows' names
/// @param top where the first row begins, below the columns' names
/// @param cellWidth of one cell; the next one follows after a gap
/// @param cellHeight of one cell, likewise
/// @param textX where the words begin: beside the matrix, or at 0 if they stand above it
/// @param textWidth of title and sentence
/// @param textHeight of the sentence
record ConfusionGrid(int classes, double left, double top, double cellWidth, double cellHeight, double textX,
                     double textWidth, double textHeight) {
    /// Between cells, and between the columns' names and the first row.
    static final double GAP = 4;
    /// Between the cells of more than [#MANY] classes.
    private static final double NARROW_GAP = 2;
    private static final int MANY = 8;
    /// A line of text, and the row of the columns' names.
    static final double LINE = 20;
    private static final double CELL_WIDTH = 48;
    /// Cells are widened so far for the names above them.
    private static final double NAMED_WIDTH = 96;
    private static final double NARROW_CELL_HEIGHT = 22;
    private static final double CELL_HEIGHT = 32;
    private static final double TEXT_GAP = 24;
    private static final double LEAST_TEXT = 120;
    /// The title on one line, about, which wider cells are not to cut.
    private static final double TITLE = 200;
    /// The sentence on one line, about.
    private static final double SENTENCE = 350;
    private static final int FEW = 4;

    /// The parts' places in a section of a width.
    ///
    /// @param names how wide the rows' names are with their dots
    /// @param widest how wide the widest column's name is; cells become as wide where there is room for all of them
    static ConfusionGrid of(int classes, double width, double names, double widest) {
        double gap = gap(classes);
        double most = Math.floor((width - names + gap) / classes) - gap;
        double named = Math.max(CELL_WIDTH, Math.ceil(widest));
        double wish = named <= Math.min(most, NAMED_WIDTH) ? named : CELL_WIDTH;
        double textX = names + classes * (wish + gap) - gap + TEXT_GAP;
        if (classes <= FEW && width - textX >= (wish > CELL_WIDTH ? TITLE : LEAST_TEXT)) {
            double lines = Math.ceil(SENTENCE / (width - textX) + 0.3);
            return new ConfusionGrid(classes, names, LINE + GAP, wish, CELL_HEIGHT, textX, width - textX,
                    LINE * Math.max(2, lines));
        }
        double text = width >= SENTENCE ? LINE : 2 * LINE;
        return new ConfusionGrid(classes, names, LINE + text + 8 + LINE + GAP, Math.clamp(most, 8, wish),
                classes <= FEW ? CELL_HEIGHT : NARROW_CELL_HEIGHT, 0, width, text);
    }

    /// The parts' places where the matrix is all there is to see: the words above, and cells that fill the room.
    static ConfusionGrid filling(int classes, double width, double height, double names) {
        double gap = gap(classes);
        double text = width >= SENTENCE ? LINE : 2 * LINE;
        double top = LINE + text + 8 + LINE + GAP;
        double across = Math.floor((width - names + gap) / classes) - gap;
        double down = Math.floor((height - top + gap) / classes) - gap;
        return new ConfusionGrid(classes, names, top, Math.max(across, 8),
                Math.max(down, NARROW_CELL_HEIGHT), 0, width, text);
    }

    private static double gap(int classes) {
        return classes > MANY ? NARROW_GAP : GAP;
    }

    double x(int column) {
        return left + column * (cellWidth + gap(classes));
    }

    double y(int row) {
        return top + row * (cellHeight + gap(classes));
    }

    double textY() {
        return textX > 0 ? LINE + GAP : LINE;
    }

    double height() {
        return Math.max(y(classes) - gap(classes), textY() + textHeight);
    }
}
