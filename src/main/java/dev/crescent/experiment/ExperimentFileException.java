package dev.crescent.experiment;

/// An experiment file that cannot be read. The message is one sentence for the user that starts with the file's name.
public final class ExperimentFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message one sentence that starts with the file's name
    public ExperimentFileException(String message) {
        super(message);
    }

    /// @param message one sentence that starts with the file's name
    public ExperimentFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
