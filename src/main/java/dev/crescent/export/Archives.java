package dev.crescent.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipOutputStream;

/// Texts in archives.
final class Archives {
    private Archives() {}

    static void text(ZipOutputStream zip, String name, String text) throws IOException {
        Weights.store(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// @param file what messages call the archive
    /// @param most bytes that the text may have
    static String text(ZipContent zip, String file, String name, long most) throws ContentException {
        String problem;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(zip.bytes(name, most))).toString();
        } catch (CharacterCodingException e) {
            problem = "is not UTF-8 text";
        } catch (ContentException e) {
            problem = String.valueOf(e.getMessage());
        }
        throw new ContentException(file + ": " + name + " " + problem + "; choose another copy of the file");
    }
}
