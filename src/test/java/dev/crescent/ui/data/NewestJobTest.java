package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.ui.FxExtension;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class NewestJobTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    @Test
    void ofWishesThatWaitOnlyTheNewestIsDoneAndOneAtATime() {
        NewestJob<String> job = new NewestJob<>(background::add, shown::add);
        job.want(() -> result("first"));
        job.want(() -> {
            job.want(() -> result("fourth"));
            assertThat(background).as("while this one runs").isEmpty();
            return result("third");
        });
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(done).containsExactly("third");
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(background).isEmpty();
        assertThat(shown).as("not on the thread that computes").isEmpty();
        FxExtension.drain();
        assertThat(shown).containsExactly("third", "fourth");
    }

    @Test
    void aFailureIsHeardAndTheNextWishIsDoneAllTheSame() {
        NewestJob<String> job = new NewestJob<>(background::add, shown::add);
        job.want(() -> {
            throw new IllegalStateException("no picture");
        });
        assertThatThrownBy(() -> background.remove().run()).hasMessage("no picture");
        job.want(() -> result("next"));
        background.remove().run();
        FxExtension.drain();
        assertThat(shown).containsExactly("next");
    }

    @Test
    void afterTheWindowHasClosedNothingIsDone() {
        NewestJob<String> job = new NewestJob<>(work -> {
            throw new RejectedExecutionException("closed");
        }, shown::add);
        job.want(() -> result("too late"));
        job.want(() -> result("later still"));
        FxExtension.drain();
        assertThat(done).isEmpty();
        assertThat(shown).isEmpty();
    }

    private String result(String name) {
        done.add(name);
        return name;
    }
}
