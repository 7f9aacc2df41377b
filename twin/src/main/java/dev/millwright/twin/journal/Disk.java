package dev.millwright.twin.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The two things that can go wrong with a disk; tests let them. */
public interface Disk {

    /** Writes all bytes at a position. */
    void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException;

    /** Returns when everything written before is safe from a power failure. */
    void force(FileChannel channel) throws IOException;

    /** The disk itself. */
    Disk REAL = new Disk() {
        @Override
        public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
            long at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }

        @Override
        public void force(FileChannel channel) throws IOException {
            channel.force(false);
        }
    };
}
