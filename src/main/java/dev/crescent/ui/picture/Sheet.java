package dev.crescent.ui.picture;

import java.io.IOException;
import java.io.OutputStream;
import javafx.scene.layout.Region;

/// A view of the window as it is now, once more for a picture: with its words as the picture's title and caption.
///
/// @param title of what it belongs to, such as an experiment
/// @param subject what it is, a few words beside the title
/// @param caption what there is to say of this moment; empty for nothing
/// @param content the view, made for this picture alone
/// @param width of the whole in the layout's pixels, at the least: all of it grows and shrinks with the picture, so that at
///     any size it is there with its words
/// @param height likewise
public record Sheet(String title, String subject, String caption, Region content, double width, double height) {
    /// The room of a large view.
    public static final double WIDTH = PictureForm.PLAIN_WIDTH;
    public static final double HEIGHT = PictureForm.PLAIN_HEIGHT;

    /// Draws it. On any thread but where JavaFX's waits for this one.
    ///
    /// @return `[height * width]` ARGB, row-major, opaque unless the form is transparent
    public int[] draw(PictureForm form) {
        try (Toolkit toolkit = Toolkit.start()) {
            return easel(toolkit, form).draw(() -> { });
        }
    }

    /// Draws it into a file, as SVG if the form is a vector's, else as PNG. On any thread but where JavaFX's waits for this one.
    ///
    /// @throws IOException if the stream does not take it
    public void write(PictureForm form, OutputStream out) throws IOException {
        try (Toolkit toolkit = Toolkit.start()) {
            easel(toolkit, form).write(() -> { }, title + ": " + subject, out);
        }
    }

    private Easel easel(Toolkit toolkit, PictureForm form) {
        double scale = Math.min(form.width() / width, form.height() / height);
        return toolkit.call(() -> {
            PictureFrame frame = new PictureFrame(title, subject, content, form.width() / scale);
            Easel easel = new Easel(toolkit, form, scale, frame);
            frame.prepare(caption);
            return easel;
        });
    }
}
