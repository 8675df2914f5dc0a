package dev.crescent.data;

/// Data that cannot be had or used. The message is one sentence for the user: the file or key, the place, the remedy.
public final class DataException extends Exception {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
