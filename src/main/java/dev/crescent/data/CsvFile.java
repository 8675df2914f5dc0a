package dev.crescent.data;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import dev.crescent.experiment.Builtins;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A CSV file whose form is known: UTF-8, with or without a byte order mark, quotes as in RFC 4180.
///
/// @param bytes its content, from the start each time
/// @param name what messages call it
/// @param header whether the first row names the columns
/// @param columns the columns' names; `column 1`, `column 2`, ... where the file has none
record CsvFile(Bytes bytes, String name, char separator, boolean header, List<String> columns) {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int SAMPLE_ROWS = 100;

    CsvFile {
        columns = List.copyOf(columns);
    }

    /// Where a file's content comes from.
    interface Bytes {
        InputStream open() throws IOException;
    }

    /// Finds out a file's form from its first rows.
    ///
    /// @param location a path, or `builtin:NAME.csv`
    /// @param key the setting that names the file
    static CsvFile open(Path base, String location, String key) throws DataException {
        return Builtins.isShipped(location) ? shipped(location, key) : file(base, location, key);
    }

    private static CsvFile shipped(String location, String key) throws DataException {
        try {
            Builtins.table(location).close();
        } catch (IOException e) {
            throw new DataException(key + ": no table " + CsvCell.shown(location)
                    + " comes with Crescent; choose another file", e);
        }
        return open(() -> Builtins.table(location), location);
    }

    private static CsvFile file(Path base, String location, String key) throws DataException {
        Path path;
        try {
            path = base.resolve(location);
        } catch (InvalidPathException e) {
            throw new DataException(key + ": \"" + CsvCell.shown(location)
                    + "\" is not a file name; choose another file", e);
        }
        Path fileName = path.getFileName();
        String name = fileName == null ? location : fileName.toString();
        if (!Files.exists(path)) {
            throw new DataException(name + ": is not in the folder " + path.toAbsolutePath().getParent()
                    + "; correct the path or choose another file");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new DataException(name + ": is not a file that can be read; choose a CSV file");
        }
        return open(() -> Files.newInputStream(path), name);
    }

    private static CsvFile open(Bytes bytes, String name) throws DataException {
        CsvFile unknown = new CsvFile(bytes, name, separator(bytes, name), false, List.of());
        unknown.checkQuotes();
        List<String[]> rows = new ArrayList<>();
        unknown.read(StringArrayHandler.of(), row -> {
            rows.add(row);
            return rows.size() < SAMPLE_ROWS;
        });
        if (rows.isEmpty()) {
            throw new DataException(name + ": is empty; choose a CSV file with rows of numbers");
        }
        boolean header = CsvSniffer.hasHeader(rows, unknown.separator);
        return new CsvFile(bytes, name, unknown.separator, header, names(rows.getFirst(), header));
    }

    private static char separator(Bytes bytes, String name) throws DataException {
        try (Reader reader = reader(bytes)) {
            return CsvSniffer.separator(reader);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /// A quote that is never closed makes one cell of all that follows.
    private void checkQuotes() throws DataException {
        try (InputStream in = new BufferedInputStream(bytes.open(), 1 << 16)) {
            long line = CsvQuotes.unclosed(in, separator);
            if (line > 0) {
                throw new DataException(name + ": line " + line + " opens a quote that is never closed; close or delete it");
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static List<String> names(String[] first, boolean header) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            String cell = header ? first[i].strip() : "";
            names.add(cell.isEmpty() ? "column " + (i + 1) : cell);
        }
        return names;
    }

    /// Reads all rows, the header too, until the consumer has enough and returns false.
    @SuppressWarnings("removal") // nothing else in FastCSV reads a table with text after a closing quote
    <T> void read(CsvCallbackHandler<T> handler, Predicate<T> consumer) throws DataException {
        try (Reader reader = reader(bytes);
                CsvReader<T> rows = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowExtraCharsAfterClosingQuote(true)
                        .build(handler, reader)) {
            for (T row : rows) {
                if (!consumer.test(row)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        } catch (UncheckedIOException e) {
            throw unreadable(name, e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (CsvParseException e) {
            throw new DataException(name + ": is not a CSV file that can be read ("
                    + CsvCell.shown(String.valueOf(e.getMessage())) + "); check its quotes and separators", e);
        }
    }

    /// Reads all rows, by a handler whose records are problems with them.
    ///
    /// @param handler gives a sentence for each row, "" if nothing is wrong with it
    /// @throws DataException with the first such sentence, or if this is no table
    void readRows(CsvCallbackHandler<String> handler) throws DataException {
        String[] problem = {""};
        read(handler, row -> {
            problem[0] = row;
            return row.isEmpty();
        });
        if (!problem[0].isEmpty()) {
            throw new DataException(problem[0]);
        }
    }

    /// The number, from 0, of the column of that name, or else of that number from 1.
    ///
    /// @param key the setting that a message is about
    int indexOf(String column, String key) throws DataException {
        int first = columns.indexOf(column.strip());
        if (first >= 0 && first != columns.lastIndexOf(column.strip())) {
            throw new DataException(key + ": " + name + " has several columns named \"" + CsvCell.shown(column)
                    + "\"; use the column's number, " + (first + 1) + " for the first of them");
        }
        if (first >= 0) {
            return first;
        }
        double number = CsvNumber.parse(column);
        if (number >= 1 && number <= columns.size() && number == Math.rint(number)) {
            return (int) number - 1;
        }
        throw new DataException(key + ": " + name + " has no column \"" + CsvCell.shown(column) + "\"; use "
                + CsvCell.list(columns));
    }

    private static Reader reader(Bytes bytes) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(bytes.open(), StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static DataException unreadable(String name, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return new DataException(name + ": is not text in UTF-8; save it as CSV UTF-8", cause);
        }
        return new DataException(name + ": cannot be read (" + CsvCell.shown(String.valueOf(cause.getMessage()))
                + "); check the file or choose another", cause);
    }
}
