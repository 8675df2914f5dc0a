package dev.crescent.app;

import dev.crescent.ui.Texts;
import dev.crescent.ui.start.StartCard;
import dev.crescent.ui.start.Thumbnail;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the start screen offers to begin with.
///
/// @param id of its texts and its node
/// @param example the shipped experiment that it opens; empty for the race down a function
/// @param first makes what its card shows at first; quick
/// @param then makes what it shows from then on, asking now and then whether to give up
record StartOffer(String id, String example, Supplier<Thumbnail> first, Function<BooleanSupplier, Thumbnail> then) {
    /// Of a network, a race and digits.
    static final List<StartOffer> ALL = List.of(learned("moons"), learned("xor"), learned("spiral"), learned("blobs"),
            new StartOffer("downhill", "", StartPictures::ground, stopped -> StartPictures.raced()),
            new StartOffer("sheet", "digits", () -> StartPictures.digits("digits"), stopped -> StartPictures.digits("digits")));

    private static StartOffer learned(String example) {
        return new StartOffer(example, example, () -> StartPictures.points(example),
                stopped -> StartPictures.trained(example, stopped));
    }

    StartCard card() {
        return new StartCard(id, Texts.get("start." + id), Texts.get("start." + id + ".hint"),
                Texts.get(example.isEmpty() ? "start.opensRace" : "start.opens"));
    }
}
