package dev.crescent.ui.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
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
/// @param least the least scale of all of it: above 0 where the view finds a place for itself in a smaller picture
/// @param ready computes what takes long once the view has its size, on any thread, and returns what shows it on JavaFX's
public record Sheet(String title, String subject, String caption, Region content, double width, double height, double least,
                    Supplier<Runnable> ready) {
    /// The room of a large view.
    public static final double WIDTH = PictureForm.PLAIN_WIDTH;
    public static final double HEIGHT = PictureForm.PLAIN_HEIGHT;

    /// A view that has nothing to compute, and shrinks with the picture.
    public Sheet(String title, String subject, String caption, Region content, double width, double height) {
        this(title, subject, caption, content, width, height, 0, () -> () -> { });
    }

    /// A view with room for more in any picture but a small one, like those of `crescent render`.
    public static Sheet roomy(String title, String subject, String caption, Region content, Supplier<Runnable> ready) {
        return new Sheet(title, subject, caption, content, WIDTH, HEIGHT, 1, ready);
    }

    /// Draws it. On any thread but where JavaFX's waits for this one.
    ///
    /// @return `[height * width]` ARGB, row-major, opaque unless the form is transparent
    public int[] draw(PictureForm form) {
        try (Toolkit toolkit = Toolkit.start()) {
            return easel(toolkit, form).draw(ready.get());
        }
    }

    /// Draws it into a file, as SVG if the form is a vector's, else as PNG. On any thread but where JavaFX's waits for this one.
    ///
    /// @throws IOException if the stream does not take it
    public void write(PictureForm form, OutputStream out) throws IOException {
        try (Toolkit toolkit = Toolkit.start()) {
            easel(toolkit, form).write(ready.get(), title + ": " + subject, out);
        }
    }

    private Easel easel(Toolkit toolkit, PictureForm form) {
        double scale = Math.max(least, Math.min(form.width() / width, form.height() / height));
        return toolkit.call(() -> {
            PictureFrame frame = new PictureFrame(title, subject, content, form.width() / scale);
            Easel easel = new Easel(toolkit, form, scale, frame);
            frame.prepare(caption);
            return easel;
        });
    }
}
