package org.deepsparse.trial;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// How often each number was counted. Histograms merge in any order and grouping to the same one, which a
/// median alone does not.
///
/// @param counts how often, by the number
public record Histogram(SortedMap<Long, Integer> counts) {

    public Histogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// Of nothing.
    public static Histogram empty() {
        return new Histogram(new TreeMap<>());
    }

    /// Of one number.
    public static Histogram of(long number) {
        return new Histogram(new TreeMap<>(Map.of(number, 1)));
    }

    /// Of the numbers of both.
    public Histogram plus(Histogram other) {
        TreeMap<Long, Integer> sum = new TreeMap<>(counts);
        other.counts.forEach((number, count) -> sum.merge(number, count, Integer::sum));
        return new Histogram(sum);
    }

    /// The number in the middle, the smaller one of two; empty if nothing was counted.
    public OptionalLong median() {
        long total = counts.values().stream().mapToLong(Integer::longValue).sum();
        long before = 0;
        for (var entry : counts.entrySet()) {
            before += entry.getValue();
            if (2 * before >= total) {
                return OptionalLong.of(entry.getKey());
            }
        }
        return OptionalLong.empty();
    }
}
