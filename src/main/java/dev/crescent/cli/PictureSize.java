package dev.crescent.cli;

import dev.crescent.ui.picture.PictureForm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The size of a picture in pixels, written as `1200x900`.
record PictureSize(int width, int height) {
    static final int LEAST = PictureForm.LEAST;
    static final int MOST = PictureForm.MOST;

    /// Reads a size.
    static final class Reader implements ITypeConverter<PictureSize> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})x(\\d{1,6})");

        @Override
        public PictureSize convert(String value) {
            Matcher form = FORM.matcher(value);
            if (!form.matches()) {
                throw new TypeConversionException("must be like 1200x900, and is \"" + value + "\"");
            }
            int width = Integer.parseInt(form.group(1));
            int height = Integer.parseInt(form.group(2));
            if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
                throw new TypeConversionException("must be from " + LEAST + "x" + LEAST + " to " + MOST + "x" + MOST
                        + ", and is " + value);
            }
            return new PictureSize(width, height);
        }
    }
}
