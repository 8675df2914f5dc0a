package dev.crescent.data.download;

import dev.crescent.data.download.Answer.Patience;
import dev.crescent.data.download.MirrorException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Brings one file from one mirror.
///
/// @param cancelled whether nobody wants it any more
record Transfer(Disk disk, Patience patience, Sentences sentences, Tally tally, BooleanSupplier cancelled) {
    private static final int BUFFER = 1 << 16;

    /// Brings what is missing of a file, makes sure that it is the published one, and puts it in its place. Bytes that are
    /// not of the published file are thrown away; those of a file that broke off stay.
    ///
    /// @throws MirrorException if the mirror does not give it
    /// @throws DownloadException if the disk does not take it
    void fetch(PartFile part, URI address) throws MirrorException, DownloadException, IOException {
        RemoteFile file = part.file();
        if (part.size() > file.size()) {
            part.discard();
        }
        tally.came(file, 0, part.size());
        if (part.size() < file.size()) {
            receive(part, address);
        }
        if (!part.isWhole()) {
            part.discard();
            throw new MirrorException(Kind.WRONG, address, "by its SHA-256");
        }
        part.finish();
    }

    private void receive(PartFile part, URI address) throws MirrorException, DownloadException, IOException {
        try (Answer answer = answer(part, address)) {
            if (!answer.isWhole() && !answer.isRestFrom(part.size())) {
                throw new MirrorException(Kind.REFUSED, address, "it answers with status " + answer.status());
            }
            if (answer.isPage()) {
                throw new MirrorException(Kind.PAGE, address, "");
            }
            long total = answer.total();
            if (total >= 0 && total != part.file().size()) {
                throw wrongSize(part.file(), address, total + " bytes");
            }
            if (answer.isWhole()) {
                part.begin(address, answer.version());
            }
            copy(answer, part, address);
        }
    }

    /// The rest of the file; all of it if there is no rest to be had.
    private Answer answer(PartFile part, URI address) throws MirrorException, IOException {
        Answer rest = Answer.to(address, part.size(), part.tagOf(address), patience);
        if (part.size() == 0 || !rest.isNoRest() || rest.isRestFrom(part.size())) {
            return rest;
        }
        rest.close();
        part.discard();
        return Answer.to(address, 0, null, patience);
    }

    private void copy(Answer answer, PartFile part, URI address) throws MirrorException, DownloadException, IOException {
        RemoteFile file = part.file();
        long size = part.size();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = body(answer, address); OutputStream out = open(part)) {
            for (int count = read(in, buffer, address); count >= 0; count = read(in, buffer, address)) {
                if (size == 0 && count > 0 && buffer[0] == '<') {
                    throw new MirrorException(Kind.PAGE, address, "");
                }
                if (size + count > file.size()) {
                    part.discard();
                    throw wrongSize(file, address, "more than " + file.size() + " bytes");
                }
                write(out, buffer, count, file.size() - size);
                size += count;
                tally.came(file, count, size);
            }
        }
        if (size < file.size()) {
            throw new MirrorException(Kind.BROKEN, address, "the connection to " + address.getHost() + " broke off");
        }
    }

    private static MirrorException wrongSize(RemoteFile file, URI address, String size) {
        return new MirrorException(Kind.WRONG, address, "by its size (" + size + " where it has " + file.size() + ")");
    }

    private static InputStream body(Answer answer, URI address) throws MirrorException {
        try {
            return answer.body();
        } catch (IOException e) {
            throw broken(address, e);
        }
    }

    private int read(InputStream in, byte[] buffer, URI address) throws MirrorException {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw broken(address, e);
        }
    }

    private static MirrorException broken(URI address, IOException e) {
        String host = address.getHost();
        return new MirrorException(Kind.BROKEN, address, e instanceof SocketTimeoutException
                ? host + " fell silent" : "the connection to " + host + " broke off");
    }

    private OutputStream open(PartFile part) throws DownloadException {
        try {
            return disk.append(part.path());
        } catch (IOException e) {
            throw sentences.unwritable(e);
        }
    }

    private void write(OutputStream out, byte[] buffer, int count, long needed) throws DownloadException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            // What a full disk is called differs from system to system; how much is free tells it everywhere.
            throw isFull(count, e) ? sentences.full(needed, e) : sentences.unwritable(e);
        }
    }

    private boolean isFull(int count, IOException e) {
        String reason = String.valueOf(e.getMessage());
        try {
            return reason.contains("No space left") || reason.contains("not enough space")
                    || disk.free(sentences.folder()) < count;
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
            return false;
        }
    }
}
