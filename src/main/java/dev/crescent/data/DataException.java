package dev.crescent.data;

/// Data that cannot be had or used. The message is one sentence for the user: the file or key, the place, the remedy.
public sealed class DataException extends Exception permits NoImagesException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
