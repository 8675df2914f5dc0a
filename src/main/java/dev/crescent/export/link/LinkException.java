package dev.crescent.export.link;

/// A link that cannot be opened, or an experiment that has none. The message is one sentence for the user.
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    LinkException(String message) {
        super(message);
    }

    LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
