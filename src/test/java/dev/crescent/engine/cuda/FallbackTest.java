package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// In what order one goes on where the device fails, and where nothing can go on.
class FallbackTest {
    private static final CudaException LOST = new CudaException(719, "cuLaunchKernel", "unspecified launch failure");

    private final List<String> did = new ArrayList<>();

    private Fallback<String> fallback(Supplier<String> spare) {
        return new Fallback<>("device", failure -> did.add("told of " + failure.code()), spare, closed -> did.add("closed " + closed),
                caughtUp -> did.add("caught up " + caughtUp));
    }

    /// What a device that is lost answers, and what another does.
    private static String answer(String asked) {
        if (asked.equals("device")) {
            throw LOST;
        }
        return "answer of " + asked;
    }

    @Test
    void tellsOnceThereIsWhatGoesOn() {
        Fallback<String> fallback = fallback(() -> {
            did.add("opened spare");
            return "spare";
        });
        assertThat(fallback.answer(FallbackTest::answer)).isEqualTo("answer of spare");
        assertThat(did).containsExactly("opened spare", "told of 719", "closed device", "caught up spare");
        assertThat(fallback.isOnDevice()).isFalse();
    }

    @Test
    void nobodyHearsThatSomethingGoesOnWhereNothingDoes() {
        OutOfMemoryError none = new OutOfMemoryError("Java heap space");
        Fallback<String> fallback = fallback(() -> {
            throw none;
        });
        assertThatThrownBy(() -> fallback.answer(FallbackTest::answer)).isSameAs(none).hasSuppressedException(LOST);
        assertThat(did).isEmpty();
        assertThat(fallback.isOnDevice()).isTrue();
    }
}
