package dev.crescent.data;

/// Reads a table's cell as a decimal number, without making a string of it in the usual case.
final class CsvNumber {
    /// Beyond this a mantissa may not fit a double exactly.
    private static final int EXACT_DIGITS = 15;
    /// Powers of ten that a double holds exactly.
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
        1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    private CsvNumber() {}

    /// The number that a cell holds, such as `-1.5e3`; white space around it is allowed. NaN if it is not one, or not
    /// one that a float can hold: no `NaN`, `Infinity`, hexadecimal digits or thousands separators.
    static double parse(char[] text, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end && Character.isWhitespace(text[at])) {
            at++;
        }
        while (end > at && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        int start = at;
        boolean negative = at < end && text[at] == '-';
        if (negative || (at < end && text[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean point = false;
        for (; at < end && (isDigit(text[at]) || (text[at] == '.' && !point)); at++) {
            if (text[at] == '.') {
                point = true;
                continue;
            }
            digits++;
            decimals += point ? 1 : 0;
            mantissa = digits <= EXACT_DIGITS ? mantissa * 10 + (text[at] - '0') : mantissa;
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (at == end && digits <= EXACT_DIGITS) {
            double value = mantissa / POWERS[decimals];
            return negative ? -value : value;
        }
        return at == end || isExponent(text, at, end) ? slow(text, start, end) : Double.NaN;
    }

    /// The same for a whole string.
    static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /// Whether a float can hold the number.
    private static double slow(char[] text, int start, int end) {
        double value = Double.parseDouble(new String(text, start, end - start));
        return Float.isFinite((float) value) ? value : Double.NaN;
    }

    private static boolean isExponent(char[] text, int from, int end) {
        if (text[from] != 'e' && text[from] != 'E') {
            return false;
        }
        int at = from + 1;
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        int first = at;
        while (at < end && isDigit(text[at])) {
            at++;
        }
        return at == end && at > first;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
