package org.deepsparse.dictionary;

import org.deepsparse.exact.Rational;

/// Decides whether the normalised atoms form an equiangular tight frame: all cosines of one size, and
/// `sum_i d_i d_i^T/norm2(d_i)^2 = (n/m) I`.
///
/// Exact, although normalised atoms are irrational: both conditions are rational in the atoms as stored.
/// **Cost** n^2 m + n m^2 rational operations.
public final class EquiangularTightFrame {

    private EquiangularTightFrame() {}

    public static boolean is(Dictionary dictionary) {
        return isEquiangular(dictionary) && isTight(dictionary);
    }

    private static boolean isEquiangular(Dictionary dictionary) {
        PrimitiveAtoms atoms = new PrimitiveAtoms(dictionary);
        for (int i = 0; i < dictionary.atoms(); i++) {
            for (int l = i + 1; l < dictionary.atoms(); l++) {
                if (atoms.cosine(i, l).compareTo(atoms.cosine(0, 1)) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isTight(Dictionary dictionary) {
        int m = dictionary.rows();
        Rational[] weights = new Rational[dictionary.atoms()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Rational.ONE.dividedBy(dictionary.squaredNorm(i));
        }
        Rational diagonal = Rational.of(dictionary.atoms(), m);
        for (int a = 0; a < m; a++) {
            for (int b = a; b < m; b++) {
                Rational sum = Rational.ZERO;
                for (int i = 0; i < weights.length; i++) {
                    double product = dictionary.matrix().get(a, i) == 0 ? 0 : dictionary.matrix().get(b, i);
                    if (product != 0) {
                        sum = sum.plus(Rational.of(dictionary.matrix().get(a, i)).times(Rational.of(product))
                                .times(weights[i]));
                    }
                }
                if (!sum.equals(a == b ? diagonal : Rational.ZERO)) {
                    return false;
                }
            }
        }
        return true;
    }
}
