package dev.crescent.export;

/// An image that cannot be read. The message is one sentence for the user: the file, what is wrong, the remedy.
public final class ImageFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public ImageFileException(String message) {
        super(message);
    }

    public ImageFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
