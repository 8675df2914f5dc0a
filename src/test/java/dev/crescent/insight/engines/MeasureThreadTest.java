package dev.crescent.insight.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeasureThreadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final MeasureThread thread = new MeasureThread(failures::add);

    @AfterEach
    void close() {
        thread.close();
    }

    /// Counts its pieces as rounds.
    private static class Counting implements Measuring {
        final CountDownLatch closed = new CountDownLatch(1);
        final CountDownLatch begun = new CountDownLatch(1);
        private final int pieces;
        private int done;

        Counting(int pieces) {
            this.pieces = pieces;
        }

        @Override
        public boolean go(BooleanSupplier stopped, Runnable told) {
            begun.countDown();
            done++;
            return done < pieces;
        }

        @Override
        public Finding finding() {
            return new RaceFinding(List.of(), done, pieces);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /// Takes until it is over.
    private List<MeasureThread.News> news(long number) {
        List<MeasureThread.News> all = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (all.isEmpty() || !(all.getLast().over() && all.getLast().number() == number)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            MeasureThread.@Nullable News next = thread.take();
            if (next == null) {
                Thread.onSpinWait();
            } else {
                all.add(next);
            }
        }
        return all;
    }

    @Test
    void itGoesOnUntilAllIsMeasuredAndClosesIt() throws InterruptedException {
        Counting counting = new Counting(5);
        thread.ask(7, () -> counting);
        assertThat(news(7).getLast()).isEqualTo(new MeasureThread.News(7, new RaceFinding(List.of(), 5, 5), true));
        assertThat(counting.closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(thread.take()).as("nothing new").isNull();
    }

    @Test
    void aNewerWishReplacesAnOlderOne() throws InterruptedException {
        Counting endless = new Counting(Integer.MAX_VALUE);
        thread.ask(1, () -> endless);
        assertThat(endless.begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Counting next = new Counting(2);
        thread.ask(2, () -> next);
        assertThat(news(2).getLast().finding()).isEqualTo(new RaceFinding(List.of(), 2, 2));
        assertThat(endless.closed.getCount()).isZero();
    }

    @Test
    void whoeverStopsItIsToldThatItIsOver() throws InterruptedException {
        Counting endless = new Counting(Integer.MAX_VALUE);
        thread.ask(1, () -> endless);
        assertThat(endless.begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        thread.stop();
        assertThat(news(1).getLast().over()).isTrue();
        assertThat(endless.closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatFailsIsReportedAndTheThreadGoesOn() {
        thread.ask(1, () -> new Counting(3) {
            @Override
            public boolean go(BooleanSupplier stopped, Runnable told) {
                throw new IllegalStateException("broken");
            }
        });
        assertThat(news(1).getLast().over()).isTrue();
        thread.ask(2, () -> new Counting(1));
        news(2);
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure).hasMessage("broken"));
    }

    @Test
    void closingItEndsWhatIsMeasured() throws InterruptedException {
        Counting endless = new Counting(Integer.MAX_VALUE);
        thread.ask(1, () -> endless);
        assertThat(endless.begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        thread.close();
        assertThat(endless.closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
