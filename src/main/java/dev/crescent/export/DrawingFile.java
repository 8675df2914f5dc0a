package dev.crescent.export;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.InkImage;
import dev.crescent.data.digits.PadStroke;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The file in which the pad's drawing outlives the window. Gzipped, big-endian: the magic number `crdr`, the version 1, a
/// byte for inverted, rows and columns of the background (0 and 0 for none) and its ink as floats, then the number of
/// strokes, and for each a byte for its tool, its radius, the number of its points and these, x before y, as doubles.
public final class DrawingFile {
    private static final int MAGIC = 0x63726472;
    private static final int VERSION = 1;
    /// No pad has had more: what says so is no drawing.
    private static final int MOST_PIXELS = 1 << 24;
    private static final int MOST_STROKES = 1 << 20;
    private static final int MOST_POINTS = 1 << 20;

    private DrawingFile() {}

    /// Writes a drawing, whole or not at all.
    public static void write(Path file, Drawing drawing) throws IOException {
        WholeFile.write(file, out -> write(out, drawing));
    }

    private static void write(OutputStream to, Drawing drawing) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(to);
        DataOutputStream out = new DataOutputStream(zip);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeBoolean(drawing.inverted());
        InkImage background = drawing.background();
        out.writeInt(background == null ? 0 : background.rows());
        out.writeInt(background == null ? 0 : background.columns());
        if (background != null) {
            for (float ink : background.ink()) {
                out.writeFloat(ink);
            }
        }
        out.writeInt(drawing.strokes().size());
        for (PadStroke stroke : drawing.strokes()) {
            out.writeByte(stroke.tool().ordinal());
            out.writeDouble(stroke.radius());
            out.writeInt(stroke.points());
            for (int i = 0; i < stroke.points(); i++) {
                out.writeDouble(stroke.x(i));
                out.writeDouble(stroke.y(i));
            }
        }
        out.flush();
        zip.finish();
    }

    /// Reads a drawing; empty paper if there is no such file.
    ///
    /// @throws IOException with a sentence that names the file, if it is no such file or damaged
    public static Drawing read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Drawing.EMPTY;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            require(in.readInt() == MAGIC);
            require(in.readInt() == VERSION);
            boolean inverted = in.readBoolean();
            InkImage background = background(in);
            return new Drawing(background, inverted, strokes(in));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new IOException(file + ": is damaged, no drawing can be read from it; the next one replaces it", e);
        }
    }

    private static @Nullable InkImage background(DataInputStream in) throws IOException {
        int rows = in.readInt();
        int columns = in.readInt();
        if (rows == 0 && columns == 0) {
            return null;
        }
        require(rows > 0 && columns > 0 && (long) rows * columns <= MOST_PIXELS);
        float[] ink = new float[rows * columns];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = in.readFloat();
        }
        return new InkImage(rows, columns, ink);
    }

    private static List<PadStroke> strokes(DataInputStream in) throws IOException {
        int count = in.readInt();
        require(count >= 0 && count <= MOST_STROKES);
        List<PadStroke> strokes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int tool = in.readUnsignedByte();
            require(tool < PadStroke.Tool.values().length);
            double radius = in.readDouble();
            int points = in.readInt();
            require(points >= 1 && points <= MOST_POINTS);
            PadStroke stroke = PadStroke.at(PadStroke.Tool.values()[tool], radius, in.readDouble(), in.readDouble());
            for (int p = 1; p < points; p++) {
                stroke = stroke.to(in.readDouble(), in.readDouble());
            }
            strokes.add(stroke);
        }
        return strokes;
    }

    private static void require(boolean right) throws ZipException {
        if (!right) {
            throw new ZipException();
        }
    }
}
