package dev.crescent.app;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.race.Entrant;
import dev.crescent.ui.bars.Choices;
import dev.crescent.ui.landscape.TrackColors;
import java.util.ArrayList;
import java.util.List;

/// Who is in a race on the network, with balls and settings. Used by one thread.
final class RaceEntries {
    static final int MOST = TrackColors.COUNT;

    /// One of them.
    ///
    /// @param ownRate whether the user has set the learning rate
    record Entry(Entrant entrant, int color, String letter, boolean ownRate) {
        Optimizer optimizer() {
            return entrant.optimizer();
        }

        String name() {
            return Choices.name(optimizer());
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private boolean images;
    private int next;

    /// Plain gradient descent, momentum, RMSprop and Adam.
    RaceEntries() {
        List<Optimizer> all = Choices.optimizers(1);
        for (int kind : new int[] {0, 1, 2, 5}) {
            add(all.get(kind));
        }
    }

    List<Entry> all() {
        return List.copyOf(entries);
    }

    List<Entrant> entrants() {
        return entries.stream().map(Entry::entrant).toList();
    }

    /// Gives all the rates that suit another kind of network, but for rates that the user has set.
    void suit(boolean ofImages) {
        if (ofImages != images) {
            images = ofImages;
            for (int i = 0; i < entries.size(); i++) {
                if (!entries.get(i).ownRate()) {
                    set(i, usual(entries.get(i).optimizer()), false);
                }
            }
        }
    }

    /// The optimizer at the rate that suits the network.
    Optimizer usual(Optimizer kind) {
        return UsualRates.forNetwork(kind, images);
    }

    /// Takes one more into the race, at its usual rate.
    void add(Optimizer kind) {
        if (entries.size() == MOST) {
            throw new IllegalStateException("A race has at most " + MOST + " optimizers");
        }
        Optimizer optimizer = usual(kind);
        entries.add(new Entry(new Entrant(next++, optimizer), Badges.freeColor(entries.stream().map(Entry::color).toList()),
                Badges.freeLetter(optimizer, entries.stream().map(Entry::letter).toList()), false));
    }

    void remove(int index) {
        entries.remove(index);
    }

    void set(int index, Optimizer optimizer, boolean ownRate) {
        Entry old = entries.get(index);
        List<String> others = new ArrayList<>(entries.stream().map(Entry::letter).toList());
        others.remove(index);
        String letter = Choices.name(optimizer).equals(old.name()) ? old.letter() : Badges.freeLetter(optimizer, others);
        entries.set(index, new Entry(new Entrant(old.entrant().number(), optimizer), old.color(), letter, ownRate));
    }
}
