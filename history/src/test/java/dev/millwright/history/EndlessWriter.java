package dev.millwright.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Appends batches until it is killed, saying each one's offset once it is stored. */
final class EndlessWriter {

    static final int BATCH = 200;

    private EndlessWriter() {}

    public static void main(String[] args) {
        History history = History.open(HistoryStore.DuckDb.at(Path.of(args[0])));
        for (int offset = 0; ; offset += BATCH) {
            List<HistoryEntry> batch = new ArrayList<>();
            for (int i = 1; i <= BATCH; i++) {
                batch.add(HistoryContract.sample(offset + i, offset + i, i));
            }
            history.append(batch);
            System.out.println(history.lastOffset());
        }
    }
}
