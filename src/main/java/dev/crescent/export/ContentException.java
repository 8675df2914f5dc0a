package dev.crescent.export;

/// What a file holds cannot be read, or does not fit: weights, or another entry of an archive. The message is one sentence for
/// the user: the file, the place, the remedy.
public final class ContentException extends Exception {
    private static final long serialVersionUID = 1L;

    public ContentException(String message) {
        super(message);
    }

    public ContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
