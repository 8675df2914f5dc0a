package dev.crescent.export;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.IntFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Animations as GIF that loop for ever.
///
/// All frames share one palette, so that what stands still does not flicker; a pixel that stays as it was is stored as
/// transparent, which keeps files small.
public final class Gif {
    private static final int PALETTE_FRAMES = 12;
    private static final int TRANSPARENT = GifPalette.MOST;

    private final int width;
    private final int height;
    private final GifPalette palette;
    private final IndexColorModel colors;
    private final byte[] shown; // the palette's numbers on screen

    private Gif(int width, int height, GifPalette palette) {
        this.width = width;
        this.height = height;
        this.palette = palette;
        this.colors = colors(palette.colors());
        this.shown = new byte[width * height];
    }

    /// Writes an animation. Some frames are asked for twice: first for their colors.
    ///
    /// @param count how many frames, at least 1
    /// @param frame gives opaque frame 0 to `count - 1`: `[height * width]`, row-major ARGB
    /// @param delayMillis how long each frame stays, in steps of 10
    /// @param lastMillis how long the last one stays before all begins again
    /// @throws IOException if the stream does not take it
    public static void write(OutputStream out, int width, int height, int count, IntFunction<int[]> frame,
                             int delayMillis, int lastMillis) throws IOException {
        if (count < 1) {
            throw new IllegalArgumentException("An animation needs a frame");
        }
        GifPalette.Sampler sampler = new GifPalette.Sampler();
        int samples = paletteFrames(count);
        for (int i = 0; i < samples; i++) {
            int at = samples == 1 ? 0 : (int) ((long) i * (count - 1) / (samples - 1));
            sampler.add(checked(frame.apply(at), width, height));
        }
        Gif gif = new Gif(width, height, sampler.palette());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < count; i++) {
                BufferedImage image = gif.image(checked(frame.apply(i), width, height), i == 0);
                IIOMetadata metadata = metadata(writer, image, i == count - 1 ? lastMillis : delayMillis);
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /// How many of so many frames are asked for twice.
    public static int paletteFrames(int count) {
        return Math.min(count, PALETTE_FRAMES);
    }

    private static int[] checked(int[] frame, int width, int height) {
        Png.check(frame, width, height);
        return frame;
    }

    private static IndexColorModel colors(int[] rgb) {
        int[] table = Arrays.copyOf(rgb, TRANSPARENT + 1);
        return new IndexColorModel(8, table.length, table, 0, false, TRANSPARENT, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private BufferedImage image(int[] frame, boolean first) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colors);
        WritableRaster raster = image.getRaster();
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                byte index = (byte) palette.index(frame[at]);
                row[x] = !first && index == shown[at] ? (byte) TRANSPARENT : index;
                shown[at] = index;
            }
            raster.setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, int delayMillis) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = new IIOMetadataNode(format);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(TRANSPARENT));
        control.setAttribute("delayTime", Integer.toString(delayMillis / 10));
        root.appendChild(control);
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0}); // 0 rounds: for ever
        extensions.appendChild(loop);
        root.appendChild(extensions);
        metadata.mergeTree(format, root);
        return metadata;
    }
}
