package dev.crescent.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/// How a photo has to be turned to stand upright, as its camera noted it: the tag Orientation of Exif 2.3.
///
/// @param turned whether rows and columns change places, first of all
/// @param left whether left and right then change places, likewise `over` top and bottom
record Orientation(boolean turned, boolean left, boolean over) {
    private static final Orientation UPRIGHT = new Orientation(false, false, false);
    private static final String NATIVE = "javax_imageio_jpeg_image_1.0";
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int APP1 = 0xE1;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /// That of a JPEG; upright where nothing is noted.
    static Orientation of(ImageReader reader) throws IOException {
        IIOMetadata metadata = reader.getFormatName().equalsIgnoreCase("jpeg") ? metadata(reader) : null;
        if (metadata == null || !NATIVE.equals(metadata.getNativeMetadataFormatName())) {
            return UPRIGHT;
        }
        NodeList markers = ((IIOMetadataNode) metadata.getAsTree(NATIVE)).getElementsByTagName("unknown");
        for (int i = 0; i < markers.getLength(); i++) {
            IIOMetadataNode marker = (IIOMetadataNode) markers.item(i);
            if (marker.getAttribute("MarkerTag").equals(Integer.toString(APP1))
                    && marker.getUserObject() instanceof byte[] bytes && isExif(bytes)) {
                return numbered(number(ByteBuffer.wrap(bytes, EXIF.length, bytes.length - EXIF.length).slice()));
            }
        }
        return UPRIGHT;
    }

    /// Null where Java refuses what a camera wrote beside pixels that it reads.
    private static @Nullable IIOMetadata metadata(ImageReader reader) throws IOException {
        try {
            return reader.getImageMetadata(0);
        } catch (IIOException _) {
            return null;
        }
    }

    private static boolean isExif(byte[] bytes) {
        return bytes.length > EXIF.length && Arrays.equals(Arrays.copyOf(bytes, EXIF.length), EXIF);
    }

    /// The tag's number in the first directory of TIFF data; 1 if it is not there, or they are damaged.
    private static int number(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory + 2 > tiff.limit()) {
            return 1;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            int at = (int) directory + 2 + i * ENTRY;
            if (at + ENTRY > tiff.limit()) {
                return 1;
            }
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                return tiff.getShort(at + 8);
            }
        }
        return 1;
    }

    private static Orientation numbered(int number) {
        return switch (number) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    ImageFile.Grey upright(ImageFile.Grey image) {
        if (equals(UPRIGHT)) {
            return image;
        }
        int rows = turned ? image.columns() : image.rows();
        int columns = turned ? image.rows() : image.columns();
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            int row = over ? rows - 1 - i / columns : i / columns;
            int column = left ? columns - 1 - i % columns : i % columns;
            values[i] = image.values()[turned ? column * image.columns() + row : row * image.columns() + column];
        }
        return new ImageFile.Grey(values, rows, columns);
    }
}
