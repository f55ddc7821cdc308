package org.deepsparse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Medians of numbers that were counted apart.
class HistogramProperties {

    /// Whatever is counted where: the median is that of the sorted list.
    @Property(seed = "1", tries = 300)
    void theMedianIsThatOfTheSortedList(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> numbers,
            @ForAll @IntRange(max = 20) int split) {
        Histogram left = Histogram.empty();
        Histogram right = Histogram.empty();
        for (int i = 0; i < numbers.size(); i++) {
            Histogram one = Histogram.of(numbers.get(i));
            if (i < split) {
                left = left.plus(one);
            } else {
                right = one.plus(right);
            }
        }
        long expected = numbers.stream().sorted().toList().get((numbers.size() - 1) / 2);
        assertEquals(OptionalLong.of(expected), left.plus(right).median());
        assertEquals(left.plus(right), right.plus(left));
    }

    @Example
    void nothingHasNoMedian() {
        assertEquals(OptionalLong.empty(), Histogram.empty().median());
        assertEquals(Histogram.of(3), Histogram.of(3).plus(Histogram.empty()));
    }
}
