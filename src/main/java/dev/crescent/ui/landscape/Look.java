package dev.crescent.ui.landscape;

import dev.crescent.ui.theme.Palette;
import javafx.scene.paint.Color;

/// The colors of a landscape in 3-D, as ARGB that is not premultiplied.
///
/// @param ramp opaque, from the lowest loss to the highest
/// @param wall a side of the block in full light
/// @param plate the floor where no loss is known
/// @param hatch the stripes on it
/// @param shadow what the block casts on the ground around it, where it is darkest
/// @param lineOnDark a contour line on the ramp's dark part
/// @param lineOnLight a contour line on its light part
/// @param finish the bold line
/// @param casing around paths and balls
/// @param ring around balls
/// @param ink of their letters
/// @param tracks opaque, by the number of a track's color
record Look(int[] ramp, int wall, int plate, int hatch, int shadow, int lineOnDark, int lineOnLight, int finish,
            int casing, int ring, int ink, int[] tracks) {
    /// From this height on the ramp is light.
    static final float LIGHT_FROM = 0.68f;

    private static final int RAMP = 1024;

    static Look of(Palette palette) {
        int[] ramp = new int[RAMP];
        for (int i = 0; i < RAMP; i++) {
            ramp[i] = palette.landscapeArgb(i / (RAMP - 1.0));
        }
        int[] tracks = new int[TrackColors.COUNT];
        for (int i = 0; i < tracks.length; i++) {
            tracks[i] = Palette.argb(TrackColors.fill(palette, i));
        }
        return new Look(ramp, argb(palette, "landscape-wall"), argb(palette, "landscape-hole"),
                argb(palette, "landscape-hatch"), argb(palette, "landscape-shadow"),
                argb(palette, "landscape-line-on-dark"), argb(palette, "landscape-line-on-light"),
                argb(palette, "landscape-finish"), argb(palette, "path-casing"), argb(palette, "ball-ring"),
                argb(palette, "ball-ink"), tracks);
    }

    private static int argb(Palette palette, String token) {
        Color color = palette.color(token);
        return Palette.argb(color);
    }

    int track(int index) {
        return tracks[Math.floorMod(index, tracks.length)];
    }
}
