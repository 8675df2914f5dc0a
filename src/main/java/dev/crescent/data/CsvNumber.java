package dev.crescent.data;

/// Reads cells of a table as decimal numbers such as `-1.5e3`, without making strings of them in the usual cases.
///
/// White space around a number is allowed; `NaN`, `Infinity`, hexadecimal digits, thousands separators and what a float
/// cannot hold are not numbers here. Where commas part no cells, the first number with a point or a comma says which of
/// them is the decimal sign of the whole table: `1,5` is never a number beside `2.5`. For use by one thread.
final class CsvNumber {
    /// As many digits as a double holds exactly.
    private static final int EXACT_DIGITS = 15;
    /// As many digits as a long holds.
    private static final int KEPT_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 9999;
    /// More than the relative error of a mantissa cut to 18 digits, turned into a double and scaled: below 2^-51.
    private static final double DOUBT = 0x1p-50;
    /// The powers of ten that a double holds exactly.
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
        1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    /// In `decimal`: either sign will do, the first number that has one decides.
    private static final char UNDECIDED = 0;

    private char decimal;
    private char[] text = {};
    private int at;
    private int end;
    private boolean negative;
    private long mantissa; // the first significant digits
    private int digits; // how many significant digits there are
    private int exponent; // the number is mantissa * 10^exponent, but for digits cut off

    /// Numbers with decimal points.
    CsvNumber() {
        decimal = '.';
    }

    /// The numbers of a table whose cells are parted by a separator: with decimal points if it is a comma, else with
    /// points or with commas.
    CsvNumber(char separator) {
        decimal = separator == ',' ? '.' : UNDECIDED;
    }

    /// The double nearest to the number that a text holds, or NaN if it is not one.
    static double parse(String text) {
        return new CsvNumber().read(text.toCharArray(), 0, text.length());
    }

    /// The double nearest to the number that a cell holds, or NaN if it is not one.
    double read(char[] characters, int offset, int length) {
        if (!scan(characters, offset, length)) {
            return Double.NaN;
        }
        return digits <= EXACT_DIGITS && hasPower() ? signed(scaled()) : slow(offset, length);
    }

    /// The same, rounded to float.
    float readFloat(char[] characters, int offset, int length) {
        if (!scan(characters, offset, length)) {
            return Float.NaN;
        }
        if (hasPower()) {
            double near = scaled();
            float low = (float) (near * (1 - DOUBT));
            float high = (float) (near * (1 + DOUBT));
            if (low == high && Float.isFinite(low)) {
                return (float) signed(low);
            }
        }
        return (float) slow(offset, length);
    }

    private boolean hasPower() {
        return Math.abs(exponent) < POWERS.length;
    }

    private double scaled() {
        return exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
    }

    private double signed(double value) {
        return negative ? -value : value;
    }

    private double slow(int offset, int length) {
        double value = Double.parseDouble(new String(text, offset, length).strip().replace(',', '.'));
        return Float.isFinite((float) value) ? value : Double.NaN;
    }

    /// Takes a cell apart, and returns whether it is a number.
    private boolean scan(char[] characters, int offset, int length) {
        text = characters;
        at = offset;
        end = offset + length;
        while (at < end && Character.isWhitespace(text[at])) {
            at++;
        }
        while (end > at && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        negative = at < end && text[at] == '-';
        at += negative || (at < end && text[at] == '+') ? 1 : 0;
        mantissa = 0;
        digits = 0;
        exponent = 0;
        int first = at;
        scanDigits(0);
        int seen = at - first;
        char sign = at < end && isDecimal(text[at]) ? text[at] : UNDECIDED;
        if (sign != UNDECIDED) {
            first = ++at;
            scanDigits(-1);
            seen += at - first;
        }
        boolean number = seen > 0 && (at == end || scanExponent());
        if (number && sign != UNDECIDED) {
            decimal = sign;
        }
        return number;
    }

    /// @param shift how each digit that is kept moves the point: 0 before it, -1 behind it
    private void scanDigits(int shift) {
        for (; at < end && isDigit(text[at]); at++) {
            digits += digits > 0 || text[at] != '0' ? 1 : 0;
            if (digits <= KEPT_DIGITS) {
                mantissa = mantissa * 10 + (text[at] - '0');
                exponent += shift;
            } else {
                exponent += shift + 1;
            }
        }
    }

    private boolean scanExponent() {
        if (text[at] != 'e' && text[at] != 'E') {
            return false;
        }
        at++;
        boolean down = at < end && text[at] == '-';
        at += down || (at < end && text[at] == '+') ? 1 : 0;
        int first = at;
        int power = 0;
        for (; at < end && isDigit(text[at]); at++) {
            power = Math.min(LARGEST_EXPONENT, power * 10 + (text[at] - '0'));
        }
        exponent += down ? -power : power;
        return at == end && at > first;
    }

    private boolean isDecimal(char c) {
        return c == decimal || (decimal == UNDECIDED && (c == '.' || c == ','));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
