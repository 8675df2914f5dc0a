package dev.crescent.cli;

import dev.crescent.data.Datasets;
import dev.crescent.data.download.Download;
import dev.crescent.data.download.DownloadException;
import dev.crescent.data.download.RemoteImages;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Named;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Downloads images into the folder where experiments look for them.
@Command(name = "download", description = "Download images, checked, into the folder where experiments look for them;"
        + " what broke off goes on where it was.", mixinStandardHelpOptions = true)
final class DownloadCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Function<ImageSet, Optional<RemoteImages>> known;
    private final Function<ImageSet, Path> folders;

    @Parameters(paramLabel = "SET", description = "mnist (12 MB) or fashion-mnist (31 MB).")
    private String set = "";

    DownloadCommand(PrintStream out, PrintStream err, boolean terminal) {
        this(out, err, terminal, RemoteImages::of, Datasets::folderOf);
    }

    /// @param known what can be downloaded
    /// @param folders where it is to lie
    DownloadCommand(PrintStream out, PrintStream err, boolean terminal, Function<ImageSet, Optional<RemoteImages>> known,
            Function<ImageSet, Path> folders) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.known = known;
        this.folders = folders;
    }

    @Override
    public Integer call() throws BadInputException {
        ImageSet wanted = Named.find(ImageSet.class, set).filter(each -> known.apply(each).isPresent())
                .orElseThrow(() -> new BadInputException(set + ": is not a data set to download; use " + names()));
        RemoteImages images = known.apply(wanted).orElseThrow();
        Path folder = folders.apply(wanted);
        ProgressBar bar = new ProgressBar(err, terminal);
        try {
            boolean there = new Download(images, folder, progress -> {
                if (bar.due()) {
                    bar.draw(progress);
                }
            }).run();
            bar.erase();
            if (there) {
                out.println(images.name() + " is in " + folder);
            }
            return there ? Commands.DONE : Commands.BAD_INPUT;
        } catch (DownloadException e) {
            bar.erase();
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private String names() {
        return Arrays.stream(ImageSet.values()).filter(each -> known.apply(each).isPresent()).map(ImageSet::id)
                .collect(Collectors.joining(" or "));
    }
}
