package org.deepsparse.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.deepsparse.exact.Interval;
import org.deepsparse.verdict.Evidence;

/// The Babel function without exact cosines of all pairs, of which there are too many in all but small
/// dictionaries.
///
/// Row i stands for atom i, and its value at k is the sum of the k largest cosines of atom i with others;
/// mu1(k) is the largest value of a row. Let E be the error of a computed cosine ([CoherenceScan]).
///
/// 1. **Screen** the sum of the k largest computed cosines is off by at most k E, because each order
///    statistic is off by at most E. A row whose sum stays below what another row surely reaches is out.
/// 2. **Refine** the rows that are left, with exact cosines. The k largest are among those whose computed
///    value is at least the k-th largest computed one less 2 E.
///
/// No row exceeds `k mu`, and mu is known exactly. So once a row has k cosines that equal mu, mu1(k) is known
/// as exactly as mu is, and the other rows need no work: this is what happens to masses of ties. The row of a
/// pair that attains mu is refined first, hence mu1(1) is enclosed as tightly as mu always. Then the others
/// follow in their order, as far as [#MOST_EXACT_PRODUCTS] allows; one that is not reached keeps the width of
/// step 1.
///
/// **Cost** n^2 inner products in floating point, and the exact ones.
final class BabelScan {

    /// Products of entries that go into exact cosines: about a second of work on long integers.
    private static final double MOST_EXACT_PRODUCTS = 1e7;

    /// What the square, the comparisons and the root of one cosine cost, in products.
    private static final double PRODUCTS_A_COSINE = 100;

    private final CoherenceScan scan;
    private final PrimitiveAtoms exact;
    private final MutualCoherence coherence;
    private final int rows;
    private final int atoms;
    private final int reach;
    /// Row by row, the largest computed cosines in descending order.
    private final double[][] largest;
    /// Row by row, the exact values from 1 on, as far as the row was refined.
    private final List<List<Interval>> refined;

    private BabelScan(Dictionary dictionary, int reach) {
        CoherenceScan scan = new CoherenceScan(dictionary);
        this.scan = scan;
        exact = new PrimitiveAtoms(dictionary);
        coherence = dictionary.coherence();
        rows = dictionary.rows();
        atoms = dictionary.atoms();
        this.reach = reach;
        largest = IntStream.range(0, atoms)
                .parallel()
                .mapToObj(i -> largestCosines(scan, i, reach))
                .toArray(double[][]::new);
        refined = new ArrayList<>(Collections.nCopies(atoms, List.of()));
    }

    private static double[] largestCosines(CoherenceScan scan, int i, int count) {
        double[] cosines = scan.cosines(i);
        Arrays.sort(cosines);
        double[] descending = new double[count];
        Arrays.setAll(descending, k -> cosines[cosines.length - 1 - k]);
        return descending;
    }

    /// Encloses mu1(1), ..., mu1(largest).
    static List<Interval> enclosures(Dictionary dictionary, int largest) {
        return enclosures(dictionary, largest, MOST_EXACT_PRODUCTS);
    }

    /// @param mostProducts what may go into exact cosines; one row is refined even if it is more
    static List<Interval> enclosures(Dictionary dictionary, int largest, double mostProducts) {
        int reach = Math.min(largest, dictionary.atoms() - 1);
        List<Interval> babel = new BabelScan(dictionary, reach).enclosures(mostProducts);
        return IntStream.range(0, largest)
                .mapToObj(k -> reach == 0 ? Interval.ZERO : babel.get(Math.min(k, reach - 1)))
                .toList();
    }

    private List<Interval> enclosures(double mostProducts) {
        int[] depths = new int[atoms];
        screen((k, values) -> {
            double reached = Arrays.stream(values).mapToDouble(Interval::lower).max().orElse(0);
            for (int i = 0; i < atoms; i++) {
                depths[i] = values[i].upper() >= reached ? k : depths[i];
            }
        });
        coherence.pair().ifPresent(pair -> refine(pair, depths, mostProducts));
        List<Interval> babel = new ArrayList<>();
        screen((k, values) -> babel.add(IntStream.range(0, atoms)
                .mapToObj(i -> k <= refined.get(i).size() ? refined.get(i).get(k - 1) : values[i])
                .reduce(Interval.ZERO, Interval::max)));
        return babel;
    }

    /// Hands over the values of all rows at k = 1, 2, ..., each up to k E and at most k mu.
    private void screen(BiConsumer<Integer, Interval[]> consumer) {
        Interval[] sums = new Interval[atoms];
        Interval[] values = new Interval[atoms];
        Arrays.fill(sums, Interval.ZERO);
        for (int k = 1; k <= reach; k++) {
            Interval slack = Interval.of(scan.error()).times(k);
            double most = Interval.of(coherence.value().upper()).times(k).upper();
            for (int i = 0; i < atoms; i++) {
                sums[i] = sums[i].plus(Interval.of(largest[i][k - 1]));
                double upper = Math.min(sums[i].plus(slack).upper(), most);
                values[i] = new Interval(Math.clamp(sums[i].minus(slack).lower(), 0, upper), upper);
            }
            consumer.accept(k, values);
        }
    }

    /// Refines the row of the pair that attains mu, then every other that may have the largest value
    /// somewhere.
    ///
    /// @param depths for each row, the largest k at which it may
    private void refine(Evidence.Pair pair, int[] depths, double mostProducts) {
        PrimitiveAtoms.Cosine mu = exact.cosine(pair.first(), pair.second());
        IntStream others = IntStream.range(0, atoms).filter(i -> i != pair.first());
        int settled = 0;
        double products = 0;
        for (int i : IntStream.concat(IntStream.of(pair.first()), others).toArray()) {
            if (depths[i] <= settled) {
                continue;
            }
            int[] partners = partners(i, depths[i]);
            double more = partners.length * (rows + PRODUCTS_A_COSINE);
            if (products > 0 && products + more > mostProducts) {
                break;
            }
            products += more;
            List<PrimitiveAtoms.Cosine> cosines = Arrays.stream(partners)
                    .mapToObj(l -> exact.cosine(i, l))
                    .sorted(Comparator.reverseOrder())
                    .limit(depths[i])
                    .toList();
            refined.set(i, sums(cosines));
            settled = Math.max(settled,
                    (int) cosines.stream().filter(cosine -> cosine.compareTo(mu) == 0).count());
        }
    }

    /// The atoms that may have one of the k largest cosines with atom i.
    private int[] partners(int i, int k) {
        double[] cosines = scan.cosines(i);
        double least = largest[i][k - 1] - 2 * scan.error();
        return IntStream.range(0, atoms).filter(l -> l != i && cosines[l] >= least).toArray();
    }

    /// The sums of the first 1, 2, ... of descending cosines. Equal ones have one root, which is taken once.
    private static List<Interval> sums(List<PrimitiveAtoms.Cosine> cosines) {
        List<Interval> sums = new ArrayList<>();
        Interval sum = Interval.ZERO;
        Interval root = Interval.ZERO;
        for (int k = 0; k < cosines.size(); k++) {
            if (k == 0 || cosines.get(k).compareTo(cosines.get(k - 1)) != 0) {
                root = cosines.get(k).squared().sqrtEnclosure();
            }
            sum = sum.plus(root);
            sums.add(sum);
        }
        return sums;
    }
}
