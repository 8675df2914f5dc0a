package dev.crescent.engine.cuda;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What runs on the device until the device fails, and from then on what another engine opens in its place.
///
/// @param <S> what is open: a session, a sweep, a surveyor
final class Fallback<S> {
    private final Consumer<CudaException> failed;
    private final Supplier<S> spare;
    private final Consumer<S> closing;
    private final Consumer<S> catchUp;
    private S current;
    private boolean onDevice;

    /// @param failed told of the failure, once there is what goes on, and before that catches up
    /// @param spare opens what goes on
    /// @param closing closes one of either kind
    /// @param catchUp brings what was opened to where the device was, before it is asked anything
    Fallback(S onDevice, Consumer<CudaException> failed, Supplier<S> spare, Consumer<S> closing, Consumer<S> catchUp) {
        this(onDevice, true, failed, spare, closing, catchUp);
    }

    private Fallback(S current, boolean onDevice, Consumer<CudaException> failed, Supplier<S> spare, Consumer<S> closing,
            Consumer<S> catchUp) {
        this.current = current;
        this.onDevice = onDevice;
        this.failed = failed;
        this.spare = spare;
        this.closing = closing;
        this.catchUp = catchUp;
    }

    /// Where the device failed before anything was open on it.
    static <S> Fallback<S> elsewhere(S open, Consumer<S> closing) {
        return new Fallback<>(open, false, _ -> { }, () -> open, closing, _ -> { });
    }

    /// What is open now, for questions that need no device.
    S current() {
        return current;
    }

    boolean isOnDevice() {
        return onDevice;
    }

    /// The answer of what is open on the device, which is closed where the device fails over it.
    <T> T answerOrClose(Function<S, T> question) {
        try {
            return question.apply(current);
        } catch (CudaException e) {
            closeAfter(e, current);
            throw e;
        }
    }

    private void closeAfter(CudaException failure, S lost) {
        try {
            closing.accept(lost);
        } catch (CudaException e) {
            failure.addSuppressed(e);
        }
    }

    /// The answer of what is open; where the device fails over it, that of what goes on.
    <T> T answer(Function<S, T> question) {
        if (onDevice) {
            try {
                return question.apply(current);
            } catch (CudaException e) {
                goOnElsewhere(e);
            }
        }
        return question.apply(current);
    }

    /// As [#answerOrClose] of what has no answer.
    void orderOrClose(Consumer<S> what) {
        answerOrClose(asked -> {
            what.accept(asked);
            return true;
        });
    }

    /// As [#answer] of what has no answer.
    void order(Consumer<S> what) {
        answer(asked -> {
            what.accept(asked);
            return true;
        });
    }

    /// Where nothing else can be opened either, all stays as it is, and nobody is told that something goes on.
    private void goOnElsewhere(CudaException failure) {
        S lost = current;
        current = opened(failure);
        onDevice = false;
        failed.accept(failure);
        closeAfter(failure, lost);
        catchUp.accept(current);
    }

    private S opened(CudaException failure) {
        try {
            return spare.get();
        } catch (RuntimeException | Error e) {
            e.addSuppressed(failure);
            throw e;
        }
    }

    void close() {
        try {
            closing.accept(current);
        } catch (CudaException e) {
            failed.accept(e);
        }
    }
}
