package dev.crescent.app;

import dev.crescent.ui.bars.TopBar;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// What the top bar's buttons do.
///
/// @param export takes the network out
/// @param theme switches between light and dark
/// @param help shows the help
record BarActions(Runnable undo, Runnable redo, FileActions files, PlaygroundLinks links, PictureActions pictures,
        CurveActions curves, RunActions run, Presenting presenting, Supplier<Rooms.Room> room, Runnable export, Runnable theme,
        Runnable help) implements TopBar.Listener {
    @Override
    public void runPressed() {
        run.toggle();
    }

    @Override
    public void stepPressed() {
        run.step();
    }

    @Override
    public void epochPressed() {
        run.epoch();
    }

    @Override
    public void resetPressed() {
        run.reset();
    }

    @Override
    public void newStartPressed() {
        run.newStart();
    }

    @Override
    public void speedChanged(double stepsPerSecond) {
        run.speed(stepsPerSecond);
    }

    @Override
    public void undoPressed() {
        undo.run();
    }

    @Override
    public void redoPressed() {
        redo.run();
    }

    @Override
    public void themePressed() {
        theme.run();
    }

    @Override
    public void helpPressed() {
        help.run();
    }

    @Override
    public void newPressed() {
        files.create();
    }

    @Override
    public void openPressed() {
        files.open();
    }

    @Override
    public void recentChosen(Path file) {
        files.openAgain(file);
    }

    @Override
    public void exampleChosen(String name) {
        files.example(name);
    }

    @Override
    public void savePressed() {
        files.save();
    }

    @Override
    public void saveAsPressed() {
        files.saveAs();
    }

    @Override
    public void exportPressed() {
        export.run();
    }

    @Override
    public List<List<String>> picturesOffered() {
        return pictures.offerInGroups();
    }

    @Override
    public void pictureSaved(int number) {
        pictures.save(number);
    }

    @Override
    public void pictureCopied(int number) {
        pictures.copy(number);
    }

    @Override
    public void curvesSaved() {
        curves.save();
    }

    @Override
    public void linkPasted() {
        links.pasteAsWished();
    }

    @Override
    public void linkCopied() {
        links.copy();
    }

    @Override
    public void tourPresented() {
        presenting.tour(0);
    }

    @Override
    public void benchPresented() {
        presenting.bench(room.get());
    }
}
