package dev.crescent.app;

import java.util.function.Consumer;

/// The one place where errors that nobody expected end, whatever thread they happen on: they are logged, and the user
/// is told once in a sentence.
final class Failures implements Thread.UncaughtExceptionHandler {
    private volatile Consumer<Throwable> teller = error -> {};
    private volatile Consumer<String> announcer = sentence -> {};

    /// Makes this the handler of every thread.
    void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /// Who tells the user; called on the thread that failed.
    void setTeller(Consumer<Throwable> next) {
        teller = next;
    }

    /// Who shows what an engine has to say; called on the thread that trains.
    void setAnnouncer(Consumer<String> next) {
        announcer = next;
    }

    /// Something failed and was made up for: one sentence, for the log and for the user.
    void announce(String sentence) {
        Logs.info(sentence);
        announcer.accept(sentence);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        Logs.error("Unexpected error on thread " + thread.getName(), error);
        teller.accept(error);
    }

    /// Reports an error that was caught where work could go on.
    void report(Throwable error) {
        uncaughtException(Thread.currentThread(), error);
    }
}
