package org.deepsparse.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MatrixTest {

    private static final Matrix MATRIX = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @Test
    void entriesStandColumnByColumn() {
        assertEquals(2, MATRIX.rows());
        assertEquals(3, MATRIX.columns());
        assertEquals(6, MATRIX.get(1, 2));
        assertArrayEquals(new double[] {2, 5}, MATRIX.column(1));
        assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, MATRIX.toColumnMajor());
    }

    /// No zeros for a column that is not there, no entry of the next column for a row that is not there.
    @Test
    void whatIsOutsideIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> MATRIX.column(3));
        assertThrows(IndexOutOfBoundsException.class, () -> MATRIX.column(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> MATRIX.get(2, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> MATRIX.get(-1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> MATRIX.get(0, 3));
    }
}
