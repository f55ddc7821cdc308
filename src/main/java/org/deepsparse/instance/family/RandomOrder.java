package org.deepsparse.instance.family;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/// A random order of 0, 1, ..., size - 1, every order equally likely (the shuffle of Fisher and Yates).
final class RandomOrder {

    private RandomOrder() {}

    static List<Integer> of(int size, UniformRandomProvider random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        for (int i = size - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }
}
