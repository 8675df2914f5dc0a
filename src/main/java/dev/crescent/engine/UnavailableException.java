package dev.crescent.engine;

import org.jspecify.annotations.Nullable;

/// An engine that cannot work on this machine. The message is one sentence for the user, without its full stop: why, and
/// what would mend it, where something would.
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean mendable;

    /// @param reason why, where nothing mends it
    public UnavailableException(String reason) {
        this(reason, false, null);
    }

    private UnavailableException(String message, boolean mendable, @Nullable Throwable cause) {
        super(message, cause);
        this.mendable = mendable;
    }

    /// @param reason why, where nothing mends it
    public static UnavailableException because(String reason, Throwable cause) {
        return new UnavailableException(reason, false, cause);
    }

    /// @param message why, and after a semicolon what mends it
    public static UnavailableException mendable(String message, @Nullable Throwable cause) {
        return new UnavailableException(message, true, cause);
    }

    /// The message for whoever can choose another engine.
    public String orOtherEngine() {
        return getMessage() + (mendable ? ", or use the device cpu" : "; use the device cpu");
    }

    /// The message for whoever can do something else instead.
    public String or(String instead) {
        return getMessage() + (mendable ? ", or " : "; ") + instead;
    }
}
