package dev.crescent.export.link;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/// Seeds in links are texts, those of experiments whole numbers. TensorFlow Playground makes its seeds with five decimals,
/// 0.12345, which is 12345 here and comes back as it was. So do whole numbers above 100,000 and below 0. Any other text
/// becomes a number drawn from it, and comes back as that number.
final class LinkSeed {
    /// The one of a link that names none; there, it is another one each time.
    static final long DEFAULT = 1;

    private static final long DECIMALS = 100_000;
    private static final Pattern FRACTION = Pattern.compile("0\\.\\d{5}|1\\.00000");
    private static final Pattern WHOLE = Pattern.compile("-?[1-9]\\d{0,18}");
    private static final long DRAWN = 1_000_000_000;

    private LinkSeed() {}

    static long of(String text) {
        if (FRACTION.matcher(text).matches()) {
            return Long.parseLong(text.replace(".", ""));
        }
        if (WHOLE.matcher(text).matches()) {
            BigInteger value = new BigInteger(text);
            if (value.bitLength() < Long.SIZE && !isFraction(value.longValue())) {
                return value.longValue();
            }
        }
        long hash = 0xCBF29CE484222325L; // FNV-1a
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return DECIMALS + 1 + Math.floorMod(hash, DRAWN);
    }

    static String text(long seed) {
        return isFraction(seed) ? String.format(Locale.ROOT, "%d.%05d", seed / DECIMALS, seed % DECIMALS)
                : Long.toString(seed);
    }

    private static boolean isFraction(long seed) {
        return seed >= 0 && seed <= DECIMALS;
    }
}
