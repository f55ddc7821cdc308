package org.deepsparse.io;

import java.util.stream.DoubleStream;

/// Entries of an array whose size is known only at its end.
final class EntryBuffer {

    private final String name;
    private final EntryLimit limit;
    private final DoubleStream.Builder entries = DoubleStream.builder();
    private int size;

    EntryBuffer(String name, EntryLimit limit) {
        this.name = name;
        this.limit = limit;
    }

    /// @throws BadInput if there are more entries than the limit allows
    void add(double entry) {
        if (size == limit.entries()) {
            throw new BadInput(
                    name + ": the array has more than the limit of " + limit.entries() + " entries");
        }
        entries.add(entry);
        size++;
    }

    int size() {
        return size;
    }

    /// All entries; nothing can be added after that.
    double[] toArray() {
        return entries.build().toArray();
    }
}
