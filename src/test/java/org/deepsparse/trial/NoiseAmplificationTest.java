package org.deepsparse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepsparse.verdict.Claim;
import org.junit.jupiter.api.Test;

/// What the theory says of the same noise under both methods: 2^J and 2 on chains of [1]; n + 3 and 2 on
/// core_n under a column of (n - 1)/2 ones, twice that for each further layer [1].
class NoiseAmplificationTest {

    private static final Map<String, Integer> LAYER_BY_LAYER = Map.of(
            "unit-chain-1", 2,
            "unit-chain-2", 4,
            "unit-chain-3", 8,
            "unit-chain-4", 16,
            "unit-chain-5", 32,
            "core3-column-2", 6,
            "core7-column-2", 10,
            "core15-column-2", 18,
            "core7-column-3", 20);

    @Test
    void isThatOfTheTheory() {
        List<NoiseAmplification> rows = NoiseAmplification.all();
        assertEquals(LAYER_BY_LAYER.keySet(),
                rows.stream().map(NoiseAmplification::example).collect(Collectors.toSet()));
        for (NoiseAmplification row : rows) {
            int expected = LAYER_BY_LAYER.get(row.example());
            assertNearest(expected, row.layerByLayer(), row.example());
            assertNearest(2, row.deepestFirst(), row.example());
            assertEquals(Math.round(50.0 * expected), Math.round(100 * row.ratio()), row.example());
        }
    }

    /// Both ends of both numbers round to that integer: the iterations have converged, and the bound is
    /// reached.
    private static void assertNearest(long expected, Claim.AtMost claim, String example) {
        assertEquals(expected, Math.round(claim.measured().lower()), example);
        assertEquals(expected, Math.round(claim.measured().upper()), example);
        assertEquals(expected, Math.round(claim.bound().upper()), example);
    }
}
