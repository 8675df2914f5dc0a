package dev.crescent.app;

import static dev.crescent.app.StartShelf.FILE;
import static dev.crescent.app.StartShelf.look;
import static dev.crescent.app.StartShelf.plain;
import static dev.crescent.app.StartShelf.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StartGalleryTest {
    @Test
    void onlyTheNewestStateOfAFileIsKept() {
        StartGallery.OfCard card = new StartGallery.OfCard(0);
        StartGallery.OfFile before = state(FILE, 1);
        StartGallery.OfFile after = state(FILE, 2);
        StartGallery.OfFile other = state(Path.of("/somewhere/else.crescent"), 1);
        try (StartShelf shelf = new StartShelf()) {
            shelf.gallery.setLook(look(2));
            shelf.gallery.make(card, stopped -> plain(1), true);
            for (StartGallery.OfFile file : List.of(before, other, after)) {
                shelf.gallery.make(file, stopped -> plain(2), true);
            }
            shelf.gallery.keepFiles(List.of(after, other));
            shelf.settle();
            assertThat(shelf.painted()).extracting(StartGallery.Painted::subject).containsExactly(card, before, other, after);
            shelf.gallery.setLook(look(3));
            shelf.settle();
            assertThat(shelf.painted()).extracting(StartGallery.Painted::subject)
                    .containsExactlyInAnyOrder(card, other, after);
        }
    }

    @Test
    void aFileThatCameBackIsReadAgain() {
        AtomicInteger made = new AtomicInteger();
        try (StartShelf shelf = new StartShelf()) {
            for (List<StartGallery.OfFile> kept : List.of(List.of(state(FILE, 1)), List.<StartGallery.OfFile>of())) {
                for (int i = 0; i < 2; i++) {
                    shelf.gallery.make(state(FILE, 1), stopped -> plain(made.incrementAndGet()), true);
                }
                shelf.gallery.keepFiles(kept);
            }
            shelf.settle();
            assertThat(made).as("once as long as it is kept").hasValue(1);
            shelf.gallery.make(state(FILE, 1), stopped -> plain(made.incrementAndGet()), true);
            shelf.settle();
            assertThat(made).hasValue(2);
        }
    }

    @Test
    void whileAWindowIsResizedOnlyTheLastSizeIsPainted() {
        try (StartShelf shelf = new StartShelf()) {
            for (int i = 0; i < 3; i++) {
                shelf.gallery.make(new StartGallery.OfCard(i), stopped -> plain(1), true);
            }
            shelf.settle();
            CountDownLatch goOn = shelf.hold();
            for (int side = 2; side <= 10; side++) {
                shelf.gallery.setLook(look(side));
            }
            goOn.countDown();
            shelf.settle();
            assertThat(shelf.painted()).extracting(StartGallery.Painted::look).containsExactly(look(10), look(10), look(10));
        }
    }
}
