package dev.crescent.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The entries of a zip file that nobody vouches for: each is read into memory, never more of it than is asked for, and
/// compared with its checksum.
record ZipContent(ZipFile zip) {
    private static final int MOST_ENTRIES = 10_000;

    Stream<String> names() {
        return zip.stream().map(ZipEntry::getName);
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /// What is wrong with the list of entries, which no honest program writes: places outside of the archive, names that
    /// are there twice, too many of them.
    ///
    /// @return a part of a sentence, such as `holds an entry named "../a"`; empty if nothing is
    String fault() {
        Set<String> seen = new HashSet<>();
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            String name = all.nextElement().getName();
            String shown = "\"" + NumpyArray.shown(name) + "\"";
            if (name.startsWith("/") || name.contains("\\") || name.contains(":")
                    || Stream.of(name.split("/")).anyMatch(".."::equals)) {
                return "holds an entry named " + shown + ", a place outside of the file";
            }
            if (!seen.add(name)) {
                return "holds the entry " + shown + " twice";
            }
            if (seen.size() > MOST_ENTRIES) {
                return "holds more than " + MOST_ENTRIES + " entries";
            }
        }
        return "";
    }

    /// An entry's content, whole.
    ///
    /// @param most bytes that it may have: a small file may unpack to anything
    /// @throws ContentException with what is wrong with the entry, for a sentence that names it
    byte[] bytes(String name, long most) throws ContentException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ContentException("is missing");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, most));
            if (in.read() >= 0) {
                throw new ContentException("holds more than there is room for");
            }
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (entry.getCrc() != sum.getValue()) {
                throw new ContentException("is damaged, its checksum is another");
            }
            return bytes;
        } catch (IOException e) {
            throw new ContentException("is damaged and cannot be unpacked", e);
        }
    }
}
