package dev.crescent.app;

/// A document that cannot be put on the bench. The message is one sentence for the user that starts with its name.
final class OpeningException extends Exception {
    private static final long serialVersionUID = 1L;

    OpeningException(String message, Throwable cause) {
        super(message, cause);
    }
}
