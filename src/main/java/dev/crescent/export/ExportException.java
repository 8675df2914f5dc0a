package dev.crescent.export;

/// A network that cannot be written in a format. The message is one sentence for the user: why, and the remedy.
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
