package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CrewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everybodyDoesTheirShareOfEveryPieceOnce(int workers) {
        int pieces = 2_000;
        int[] done = new int[workers];
        try (Crew crew = new Crew(workers)) {
            for (int i = 0; i < pieces; i++) {
                int piece = i;
                crew.run(worker -> {
                    // Everybody has finished the piece before.
                    assertThat(Arrays.stream(done)).allMatch(n -> n == piece || n == piece + 1);
                    done[worker]++;
                }, i % 7 == 3);
            }
        }
        assertThat(done).containsOnly(pieces);
    }

    @Test
    void aCallerAloneDoesAllSharesItself() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        int[] shares = new int[3];
        try (Crew crew = new Crew(3)) {
            crew.run(worker -> {
                threads.add(Thread.currentThread());
                shares[worker]++;
            }, true);
        }
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(shares).containsOnly(1);
    }

    @Test
    void togetherEachShareHasAThreadOfItsOwn() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch met = new CountDownLatch(3);
        try (Crew crew = new Crew(3)) {
            crew.run(worker -> {
                threads.add(Thread.currentThread());
                met.countDown();
                awaitUninterruptibly(met);
            }, false);
        }
        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void helpersThatHaveParkedWakeUpAgain() {
        int[] done = new int[2];
        try (Crew crew = new Crew(2)) {
            for (int i = 0; i < 3; i++) {
                crew.run(worker -> done[worker]++, false);
                awaitParked("crescent-cpu-1");
            }
        }
        assertThat(done).containsOnly(3);
    }

    private static void awaitParked(String name) {
        while (helpers().stream().anyMatch(t -> t.getName().equals(name) && t.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aFailureOfAHelperReachesTheCallerAndTheCrewGoesOn() {
        try (Crew crew = new Crew(2)) {
            assertThatThrownBy(() -> crew.run(worker -> {
                if (worker == 1) {
                    throw new ArithmeticException("of the helper");
                }
            }, false)).hasRootCauseMessage("of the helper");
            int[] done = new int[2];
            crew.run(worker -> done[worker]++, false);
            assertThat(done).containsOnly(1);
        }
    }

    @Test
    void anInterruptedCallerStillWaitsForAllAndStaysInterrupted() {
        CountDownLatch late = new CountDownLatch(1);
        boolean[] done = new boolean[2];
        try (Crew crew = new Crew(2)) {
            Thread.currentThread().interrupt();
            Thread releaser = new Thread(late::countDown);
            crew.run(worker -> {
                if (worker == 0) {
                    releaser.start();
                } else {
                    awaitUninterruptibly(late);
                }
                done[worker] = true;
            }, false);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsOnly(true);
    }

    @Test
    void noHelperIsLeftWhenItIsClosed() {
        List<Thread> before = helpers();
        Crew crew = new Crew(4);
        assertThat(helpers()).hasSize(before.size() + 3);
        crew.close();
        assertThat(helpers()).hasSameElementsAs(before);
    }

    static List<Thread> helpers() {
        Thread[] all = new Thread[Thread.activeCount() + 64];
        int count = Thread.enumerate(all);
        return Arrays.stream(all, 0, count).filter(thread -> thread.getName().startsWith("crescent-cpu-")).toList();
    }
}
