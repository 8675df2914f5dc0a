package dev.crescent.data.digits;

import java.util.Arrays;

/// Dust, and what reaches in from the edge of a photo: parts of ink that are no strokes of the digit.
final class Specks {
    private static final float DARK = 127;
    /// Of the largest part: what is smaller is dust.
    private static final double DUST = 0.04;
    /// Of the largest part: what must remain if that is taken for a photo's edge.
    private static final double REST = 0.1;
    /// How far a stroke's soft edge may reach, in pixels.
    private static final int SOFT = 2;

    private final float[] ink;
    private final int rows;
    private final int columns;
    private final int[] part; // [pixel] 0 for paper, else its part from 1 on
    private final int[] stack;
    private int[] area = new int[16]; // [part]
    private int[] edge = new int[16]; // [part] pixels at the image's edge
    private int parts;

    private Specks(float[] ink, int rows, int columns) {
        this.ink = ink;
        this.rows = rows;
        this.columns = columns;
        this.part = new int[ink.length];
        this.stack = new int[ink.length];
    }

    /// Turns specks into paper: parts that are small beside the largest one, and parts that lie along a quarter of the
    /// edge, if something else remains.
    ///
    /// @param ink `[rows][columns]`, 0 to 255; changed in place
    static void drop(float[] ink, int rows, int columns) {
        Specks specks = new Specks(ink, rows, columns);
        specks.label();
        specks.erase();
    }

    private void label() {
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] > DARK && part[i] == 0) {
                parts++;
                if (parts == area.length) {
                    area = Arrays.copyOf(area, 2 * parts);
                    edge = Arrays.copyOf(edge, 2 * parts);
                }
                fill(i);
            }
        }
    }

    /// All that hangs together with a pixel, over corners too.
    private void fill(int start) {
        int waiting = 0;
        stack[waiting++] = start;
        part[start] = parts;
        while (waiting > 0) {
            int i = stack[--waiting];
            int row = i / columns;
            int column = i % columns;
            area[parts]++;
            edge[parts] += row == 0 || row == rows - 1 || column == 0 || column == columns - 1 ? 1 : 0;
            for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                    int next = y * columns + x;
                    if (ink[next] > DARK && part[next] == 0) {
                        part[next] = parts;
                        stack[waiting++] = next;
                    }
                }
            }
        }
    }

    private void erase() {
        int largest = 0;
        int inside = 0;
        for (int p = 1; p <= parts; p++) {
            largest = Math.max(largest, area[p]);
            inside = framing(p) ? inside : Math.max(inside, area[p]);
        }
        boolean framed = inside >= REST * largest;
        double least = DUST * (framed ? inside : largest);
        boolean[] stays = new boolean[ink.length];
        for (int i = 0; i < ink.length; i++) {
            stays[i] = part[i] > 0 && area[part[i]] >= least && !(framed && framing(part[i]));
        }
        for (int step = 0; step < SOFT; step++) {
            stays = widened(stays);
        }
        for (int i = 0; i < ink.length; i++) {
            ink[i] = stays[i] ? ink[i] : 0;
        }
    }

    private boolean framing(int p) {
        return edge[p] >= (rows + columns) / 4.0;
    }

    /// With the pixels of soft ink beside those that stay.
    private boolean[] widened(boolean[] stays) {
        boolean[] wider = stays.clone();
        for (int i = 0; i < ink.length; i++) {
            wider[i] |= ink[i] > 0 && part[i] == 0 && hasNeighbor(stays, i);
        }
        return wider;
    }

    private boolean hasNeighbor(boolean[] stays, int i) {
        int row = i / columns;
        int column = i % columns;
        boolean found = false;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                found |= stays[y * columns + x];
            }
        }
        return found;
    }
}
