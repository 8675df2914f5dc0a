package dev.crescent.export;

/// Weights that cannot be read, or do not fit. The message is one sentence for the user: the file, the place, the remedy.
public final class WeightsException extends Exception {
    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }

    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
