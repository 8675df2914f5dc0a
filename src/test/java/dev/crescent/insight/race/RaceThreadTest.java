package dev.crescent.insight.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class RaceThreadTest {
    private static final Finish FAR = Finish.atLoss(1e-9);

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final RaceThread thread = new RaceThread(Races.ENGINES, failure::complete);
    private final List<RaceNews> seen = new ArrayList<>();

    @AfterEach
    void end() {
        thread.close();
        assertThat(failure).isNotDone();
    }

    private RaceNews until(Predicate<RaceNews> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            RaceNews news = thread.take();
            if (news != null) {
                seen.add(news);
                if (condition.test(news)) {
                    return news;
                }
            }
            LockSupport.parkNanos(200_000);
        }
        throw new AssertionError("Not seen in 60 s");
    }

    private RaceMoment at(long number, long step) {
        return (RaceMoment) until(news -> news instanceof RaceMoment m && m.number() == number && m.step() == step
                && m.standings().stream().allMatch(s -> s.step() == step));
    }

    private static RaceWish wish(long number, long target, long go, Finish finish) throws Exception {
        return new RaceWish(number, Races.terms(Experiment.defaults()), Races.FOUR, finish, target, go);
    }

    @Test
    void itGoesAsFarAsWasWishedAndNoFarther() throws Exception {
        RaceWish wish = wish(1, 0, 0, FAR);
        thread.ask(wish);
        assertThat(at(1, 0).standings()).hasSize(4).allSatisfy(s -> assertThat(s.course().count()).isEqualTo(1));
        thread.ask(wish.to(25));
        RaceMoment moment = at(1, 25);
        assertThat(moment.epoch()).isEqualTo(1);
        thread.ask(wish.to(10));
        thread.ask(wish.to(26));
        assertThat(at(1, 26).number()).isEqualTo(1);
        assertThat(seen).allSatisfy(news -> assertThat(((RaceMoment) news).step()).isLessThanOrEqualTo(26));
    }

    @Test
    void itStopsAtTheVeryStepOfTheDecisionUntilItIsLetGoAgain() throws Exception {
        RaceWish wish = wish(1, Long.MAX_VALUE, 1, Finish.atLoss(0.3));
        thread.ask(wish);
        RaceMoment decided = (RaceMoment) until(news -> news instanceof RaceMoment m && m.isDecided());
        long last = decided.standings().stream().mapToLong(RaceThreadTest::arrival).max().orElse(-1);
        assertThat(decided.step()).isEqualTo(last);
        thread.ask(wish.to(last + 5));
        thread.ask(new RaceWish(1, wish.terms(), wish.entrants(), wish.finish(), last + 5, 2));
        assertThat(at(1, last + 5).isDecided()).isTrue();
    }

    private static long arrival(Standing standing) {
        @Nullable Arrival arrival = standing.arrival();
        return arrival == null ? Long.MAX_VALUE : arrival.step();
    }

    @Test
    void anotherNumberBeginsAnewAndAnotherEntrantCatchesUp() throws Exception {
        RaceWish wish = wish(1, 30, 1, FAR);
        thread.ask(wish);
        RaceMoment first = at(1, 30);
        thread.ask(new RaceWish(1, wish.terms(), Races.entrants(Races.SGD, Races.MOMENTUM, Races.RMSPROP, Races.SGD),
                FAR, 30, 1));
        RaceMoment changed = (RaceMoment) until(news -> news instanceof RaceMoment m
                && m.standings().get(3).entrant().optimizer().equals(Races.SGD) && m.standings().get(3).step() == 30);
        assertThat(changed.standings().get(3).course().lastLoss()).isEqualTo(changed.standings().get(0).course().lastLoss());
        thread.ask(wish(2, 30, 1, FAR));
        RaceMoment again = at(2, 30);
        for (int i = 0; i < 4; i++) {
            assertThat(again.standings().get(i).path().getLast().parameters())
                    .isEqualTo(first.standings().get(i).path().getLast().parameters());
        }
    }

    @Test
    void whatCannotRaceIsSaidAndTheNextOneCan() throws Exception {
        Experiment perceptron = Experiment.defaults().withModel(new Model.Perceptron());
        thread.ask(new RaceWish(1, Races.terms(perceptron), Races.FOUR, FAR, 0, 0));
        RaceNews refused = until(news -> news instanceof RaceRefusal);
        assertThat(((RaceRefusal) refused).sentence()).contains("perceptron");
        thread.ask(wish(2, 3, 0, FAR));
        assertThat(at(2, 3).standings()).hasSize(4);
    }

    @Test
    void aRaceWithoutSamplesIsRefused() throws Exception {
        RaceTerms terms = Races.terms(Experiment.defaults());
        RaceTerms none = new RaceTerms(terms.experiment(), Races.without(terms.dataset()));
        thread.ask(new RaceWish(1, none, Races.FOUR, FAR, 0, 0));
        assertThat(((RaceRefusal) until(news -> news instanceof RaceRefusal)).sentence()).contains("no training samples");
    }
}
