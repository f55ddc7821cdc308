package org.deepsparse.io;

import static org.deepsparse.io.ForeignFiles.assertBadInput;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdArrayTest {

    private static NdArray array(int[] shape, double... entries) {
        return NdArray.of("D", shape, entries);
    }

    @Test
    void nothingLeaksInOrOut() {
        int[] shape = {2};
        double[] entries = {1, 2};
        NdArray array = NdArray.of("D", shape, entries);
        shape[0] = 9;
        entries[0] = 9;
        array.shape()[0] = 9;
        array.entries()[0] = 9;
        array.vector()[0] = 9;
        assertArrayEquals(new int[] {2}, array.shape());
        assertArrayEquals(new double[] {1, 2}, array.entries());
        Map<String, NdArray> map = new LinkedHashMap<>(Map.of("D", array));
        NamedArrays named = NamedArrays.of("D", map);
        map.clear();
        assertEquals(List.of("D"), named.keys());
        assertThrows(UnsupportedOperationException.class, () -> named.keys().clear());
        assertBadInput("D: holds no array 'E'; there are: 'D'", () -> named.array("E"));
    }

    @Test
    void shapeAndEntriesMustFit() {
        assertBadInput("D: the array is 2 x 3 but 5 entries are given",
                () -> array(new int[] {2, 3}, 1, 2, 3, 4, 5));
        assertBadInput("D: the array is a single number but 0 entries are given", () -> array(new int[0]));
        assertBadInput("D: axis 1 has the size -1 but it must be in 0..2147483647",
                () -> array(new int[] {1, -1}));
        assertEquals("D: 2 x 0 x 3", array(new int[] {2, 0, 3}).toString());
    }

    @Test
    void rowsAndColumnsAreNotMixedUp() {
        NdArray array = array(new int[] {2, 3}, 1, 2, 3, 4, 5, 6);
        assertArrayEquals(new double[][] {{1, 2, 3}, {4, 5, 6}}, array.matrix().toRows());
        assertArrayEquals(new double[][] {{1, 4}, {2, 5}, {3, 6}}, array.transposedMatrix().toRows());
    }

    @Test
    void aMatrixHasTwoDimensionsAndFiniteEntries() {
        assertBadInput("D: a matrix has 2 dimensions but the array has 1: it is 2",
                () -> array(new int[] {2}, 1, 2).matrix());
        assertBadInput("D: a matrix has 2 dimensions but the array has 3: it is 1 x 1 x 2; save one "
                + "matrix of it, or reshape it",
                () -> array(new int[] {1, 1, 2}, 1, 2).transposedMatrix());
        assertBadInput("D: the array is empty, 0 x 5", () -> array(new int[] {0, 5}).matrix());
        assertBadInput("D: entry (1, 0) of 2 x 3 is NaN",
                () -> array(new int[] {2, 3}, 1, 2, 3, Double.NaN, 5, 6).matrix());
        assertBadInput("D: entry (1, 0) of 2 x 3 is Infinity",
                () -> array(new int[] {2, 3}, 1, 2, 3, Double.POSITIVE_INFINITY, 5, 6).transposedMatrix());
    }

    @Test
    void aVectorMayBeOneRowOrOneColumn() {
        for (int[] shape : new int[][] {{2}, {1, 2}, {2, 1}}) {
            assertArrayEquals(new double[] {1, 2}, array(shape, 1, 2).vector());
        }
        assertBadInput("D: a vector is n, n x 1 or 1 x n but the array is 2 x 2",
                () -> array(new int[] {2, 2}, 1, 2, 3, 4).vector());
        assertBadInput("D: a vector is n, n x 1 or 1 x n but the array is a single number",
                () -> array(new int[0], 1).vector());
        assertBadInput("D: a vector is n, n x 1 or 1 x n but the array is 1 x 1 x 1",
                () -> array(new int[] {1, 1, 1}, 1).vector());
        assertBadInput("D: the array is empty, 0", () -> array(new int[] {0}).vector());
        assertBadInput("D: entry (1) of 2 is -Infinity",
                () -> array(new int[] {2}, 1, Double.NEGATIVE_INFINITY).vector());
    }
}
