package org.deepsparse.pursuit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Bareiss;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;

/// Orthogonal matching pursuit in exact rationals (Pati, Rezaiifar, Krishnaprasad 1993; Tropp 2004).
///
/// Each step takes the atom with the largest `abs(<d_i, r>)/norm2(d_i)`, the first of equals, and makes the residual r orthogonal to all atoms
/// taken. The division by the norm is part of the algorithm: for unit-norm atoms others leave it out. **Cost** n m rational operations and one
/// exact least-squares problem a step.
public final class OrthogonalMatchingPursuit {

    private OrthogonalMatchingPursuit() {}

    /// The code after `steps` steps, or earlier if the residual is 0 or no atom correlates with it.
    ///
    /// @param signal one entry a row
    /// @throws IllegalArgumentException if the signal has not one entry a row
    public static RationalVector code(Dictionary dictionary, RationalVector signal, int steps) {
        if (signal.size() != dictionary.rows()) {
            throw new IllegalArgumentException(
                    "dictionary has " + dictionary.rows() + " rows but signal has " + signal.size() + " entries");
        }
        List<RationalVector> atoms = IntStream.range(0, dictionary.atoms())
                .mapToObj(i -> RationalVector.of(dictionary.atom(i)))
                .toList();
        List<Rational> squaredNorms = atoms.stream().map(RationalVector::squaredNorm).toList();
        List<Integer> taken = new ArrayList<>();
        RationalVector code = RationalVector.zero(dictionary.atoms());
        RationalVector residual = signal;
        for (int step = 0; step < steps; step++) {
            int next = mostCorrelated(atoms, squaredNorms, residual);
            if (next < 0) {
                break;
            }
            taken.add(next);
            Rational[] coefficients = leastSquares(atoms, taken, signal);
            Rational[] entries = RationalVector.zero(dictionary.atoms()).toArray();
            residual = signal;
            for (int k = 0; k < coefficients.length; k++) {
                entries[taken.get(k)] = coefficients[k];
                residual = residual.minus(atoms.get(taken.get(k)).times(coefficients[k]));
            }
            code = RationalVector.of(entries);
        }
        return code;
    }

    /// The atom with the largest squared normalised correlation, -1 if all are 0.
    private static int mostCorrelated(List<RationalVector> atoms, List<Rational> squaredNorms, RationalVector residual) {
        int best = -1;
        Rational largest = Rational.ZERO;
        for (int i = 0; i < atoms.size(); i++) {
            Rational squared = atoms.get(i).dot(residual).square().dividedBy(squaredNorms.get(i));
            if (squared.compareTo(largest) > 0) {
                largest = squared;
                best = i;
            }
        }
        return best;
    }

    /// Normal equations; the atoms taken are independent because each had a part orthogonal to those before.
    private static Rational[] leastSquares(List<RationalVector> atoms, List<Integer> taken, RationalVector signal) {
        Rational[][] gram = new Rational[taken.size()][taken.size()];
        Rational[] right = new Rational[taken.size()];
        for (int a = 0; a < right.length; a++) {
            right[a] = atoms.get(taken.get(a)).dot(signal);
            for (int b = 0; b < right.length; b++) {
                gram[a][b] = atoms.get(taken.get(a)).dot(atoms.get(taken.get(b)));
            }
        }
        return Bareiss.solve(gram, right)
                .orElseThrow(() -> new IllegalStateException("normal equations of independent atoms have no solution"));
    }
}
