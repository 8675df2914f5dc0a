package dev.crescent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder like that of MNIST, of few images that are easy to tell apart: number k has rows 2 k to 2 k + 3 bright.
public final class TinyMnist {
    private TinyMnist() {}

    /// @return the folder
    public static Path write(Path folder, int train, int test) throws IOException {
        Files.createDirectories(folder);
        part(folder, "train", train);
        part(folder, "t10k", test);
        return folder;
    }

    private static void part(Path folder, String name, int count) throws IOException {
        ByteBuffer images = ByteBuffer.allocate(16 + count * 784).putInt(0x803).putInt(count).putInt(28).putInt(28);
        ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            int k = i % 10;
            labels.put((byte) k);
            for (int pixel = 0; pixel < 784; pixel++) {
                int row = pixel / 28 - 2 * k;
                images.put((byte) (row >= 0 && row < 4 ? 200 + (i * 31 + pixel) % 55 : (i * 17 + pixel) % 40));
            }
        }
        Files.write(folder.resolve(name + "-images-idx3-ubyte"), images.array());
        Files.write(folder.resolve(name + "-labels-idx1-ubyte"), labels.array());
    }
}
