package org.deepsparse.instance.family;

import java.util.ArrayList;
import java.util.List;

/// The Hadamard bases of a maximal set of real mutually unbiased bases in R^n, n = 2^k with k even
/// (Calderbank, Cameron, Kantor, Seidel 1997).
///
/// Basis s has the vectors `(-1)^(Q_s(x) + b^T x)`. Its rows are the x in F_2^k, its columns the b in F_2^k,
/// and Q_s is the quadratic form of an alternating matrix over F_2.
///
/// Two bases are unbiased exactly if the difference of their matrices is regular. So n/2 bases are a Kerdock
/// set: n/2 alternating matrices whose differences are regular. A search finds the first such set in
/// lexicographic order. A matrix is the bit mask of its entries above the diagonal.
final class KerdockBases {

    private final int dimension;
    private final List<int[]> pairs = new ArrayList<>();

    KerdockBases(int dimension) {
        this.dimension = dimension;
        for (int i = 0; i < dimension; i++) {
            for (int j = i + 1; j < dimension; j++) {
                pairs.add(new int[] {i, j});
            }
        }
    }

    /// 2^(k-1) matrices with regular differences.
    List<Integer> kerdockSet() {
        List<Integer> chosen = new ArrayList<>();
        extend(chosen, 0);
        return chosen;
    }

    private boolean extend(List<Integer> chosen, int from) {
        if (chosen.size() == 1 << (dimension - 1)) {
            return true;
        }
        for (int form = from; form < 1 << pairs.size(); form++) {
            int candidate = form;
            if (chosen.stream().allMatch(other -> isRegular(other ^ candidate))) {
                chosen.add(candidate);
                if (extend(chosen, form + 1)) {
                    return true;
                }
                chosen.removeLast();
            }
        }
        return false;
    }

    /// Q(x), 0 or 1.
    int quadratic(int form, int x) {
        int sum = 0;
        for (int p = 0; p < pairs.size(); p++) {
            sum ^= (form >> p) & (x >> pairs.get(p)[0]) & (x >> pairs.get(p)[1]) & 1;
        }
        return sum;
    }

    /// Whether the alternating matrix is regular: no x != 0 with `Q(x + y) + Q(x) + Q(y) = 0` for all y.
    private boolean isRegular(int form) {
        for (int x = 1; x < 1 << dimension; x++) {
            boolean annihilates = true;
            for (int y = 0; y < 1 << dimension && annihilates; y++) {
                annihilates = (quadratic(form, x ^ y) ^ quadratic(form, x) ^ quadratic(form, y)) == 0;
            }
            if (annihilates) {
                return false;
            }
        }
        return true;
    }
}
