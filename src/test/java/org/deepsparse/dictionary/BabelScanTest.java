package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Gaussian;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.kernel.ErrorBound;
import org.junit.jupiter.api.Test;

/// The scan is as tight as exact cosines of all pairs where its exact work suffices, and never wrong where it
/// does not.
class BabelScanTest {

    private static Dictionary gaussian(int rows, int atoms) {
        return new Gaussian(rows, atoms, 30).dictionary(RandomSource.XO_SHI_RO_256_PP.create(11L));
    }

    private static List<Interval> scanned(Dictionary dictionary, int largest) {
        return BabelFunction.enclosures(dictionary, largest);
    }

    private static List<Interval> exact(Dictionary dictionary, int largest) {
        BabelFunction babel = BabelFunction.of(dictionary);
        return IntStream.rangeClosed(1, largest).mapToObj(babel::value).toList();
    }

    /// Beyond the number of other atoms, too.
    @Test
    void randomAtomsAreAsTightAsExactCosines() {
        Dictionary dictionary = gaussian(20, 30);
        assertEquals(exact(dictionary, 35), scanned(dictionary, 35));
        assertEquals(scanned(dictionary, 35).subList(0, 3), scanned(dictionary, 3));
    }

    @Test
    void theFirstIsTheCoherence() {
        for (Dictionary dictionary : List.of(gaussian(20, 30), gaussian(130, 200))) {
            assertEquals(MutualCoherence.of(dictionary).value(), scanned(dictionary, 4).getFirst());
            assertEquals(exact(dictionary, 4), scanned(dictionary, 4));
        }
    }

    /// Equal cosines of all pairs: one row settles all.
    @Test
    void tiesAreSettledByOneRow() {
        Dictionary core = new Core(127).dictionary();
        List<Interval> oneRow = BabelScan.enclosures(core, 127, 0);
        for (int k = 1; k <= 127; k++) {
            Interval exact = MutualCoherence.of(core).value().times(k);
            assertTrue(
                    oneRow.get(k - 1).lower() <= exact.lower() && exact.upper() <= oneRow.get(k - 1).upper(),
                    "at " + k);
            assertTrue(oneRow.get(k - 1).upper() - oneRow.get(k - 1).lower() <= k * Math.ulp((double) k),
                    "at " + k);
        }
        Dictionary orthonormal = new StandardBasis(200).dictionary();
        assertEquals(Collections.nCopies(250, Interval.ZERO), BabelFunction.enclosures(orthonormal, 250));
    }

    /// A single row is refined; the others are known up to the error of the computed cosines.
    @Test
    void lessExactWorkIsWiderButNeverWrong() {
        Dictionary dictionary = gaussian(20, 30);
        double error = ErrorBound.gammaUp(3 * 20 + 16);
        List<Interval> exact = exact(dictionary, 29);
        List<Interval> rough = BabelScan.enclosures(dictionary, 29, 0);
        assertEquals(exact.getFirst(), rough.getFirst());
        int wider = 0;
        for (int k = 1; k <= 29; k++) {
            Interval found = rough.get(k - 1);
            assertTrue(found.lower() <= exact.get(k - 1).lower() && exact.get(k - 1).upper() <= found.upper(),
                    "at " + k);
            assertTrue(found.upper() - found.lower() <= 3 * k * error, "width at " + k);
            wider += found.equals(exact.get(k - 1)) ? 0 : 1;
        }
        assertTrue(wider > 10, wider + " enclosures are wider");
    }

    @Test
    void oneAtomHasNoOther() {
        Dictionary one = gaussian(5, 1);
        assertEquals(List.of(Interval.ZERO, Interval.ZERO), scanned(one, 2));
    }
}
