package dev.millwright.twin;

import dev.millwright.twin.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The real disk, until a test fills it or breaks its sync. */
final class FailingDisk implements Disk {

    private volatile boolean full;
    private volatile boolean unsynced;

    /** From now on only half of what is written finds room. */
    void fill() {
        full = true;
    }

    /** From now on everything is written, and nothing is made safe. */
    void breakSync() {
        unsynced = true;
    }

    void mend() {
        full = false;
        unsynced = false;
    }

    @Override
    public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        if (full) {
            Disk.REAL.write(channel, bytes.limit(bytes.limit() / 2), position);
            throw new IOException("No space left on device");
        }
        Disk.REAL.write(channel, bytes, position);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        if (unsynced) {
            throw new IOException("Input/output error");
        }
        Disk.REAL.force(channel);
    }
}
