package org.deepsparse.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.verdict.Evidence;

/// Atoms whose nonzero entries are moved by at most half an ulp each, exactly, and searched for the moves
/// that bring cosines below a threshold.
///
/// A move is a number in [-1, 1] an entry, in half ulps. The search is a perceptron on the linear parts: the
/// pair that is too large pushes its entries against its gradient. It proposes; what it found is checked in
/// rationals by whoever asks.
final class MovedAtoms {

    private static final int SWEEPS = 300;

    /// Moves are multiples of this, so that the moved entries stay short.
    private static final double GRAIN = 0x1p-12;

    private final Dictionary dictionary;
    private final Map<Integer, double[]> moves = new TreeMap<>();

    MovedAtoms(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// Half an ulp of a nonzero entry; 0 for a zero, which stays.
    static Rational halfUlp(double entry) {
        return entry == 0 ? Rational.ZERO : Rational.of(Math.ulp(entry)).times(Rational.of(1, 2));
    }

    /// Makes the cosine of this pair larger, by its gradient.
    void raise(Evidence.Pair pair) {
        push(pair, 1e300);
    }

    /// Makes the cosines of all these pairs smaller, as well as it can.
    ///
    /// @param excess how far each is above what it shall stay below
    void lower(List<Evidence.Pair> pairs, double[] excess) {
        for (Evidence.Pair pair : pairs) {
            shake(pair.first());
            shake(pair.second());
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean done = true;
            for (int p = 0; p < excess.length; p++) {
                Gradient gradient = new Gradient(pairs.get(p));
                double most = gradient.most();
                if (most > 0 && excess[p] + gradient.change() > -most / 64) {
                    push(pairs.get(p), -0.5 / (1 + sweep / 16.0));
                    done = false;
                }
            }
            if (done) {
                return;
            }
        }
    }

    /// The moved entry, exactly.
    Rational entry(int row, int atom) {
        double entry = dictionary.matrix().get(row, atom);
        double[] move = moves.get(atom);
        return move == null
                ? Rational.of(entry)
                : Rational.of(entry).plus(halfUlp(entry).times(Rational.of(move[row])));
    }

    /// The square of the cosine of two moved atoms.
    Rational squaredCosine(Evidence.Pair pair) {
        Rational product = Rational.ZERO;
        Rational first = Rational.ZERO;
        Rational second = Rational.ZERO;
        for (int k = 0; k < dictionary.rows(); k++) {
            Rational a = entry(k, pair.first());
            Rational b = entry(k, pair.second());
            product = product.plus(a.times(b));
            first = first.plus(a.square());
            second = second.plus(b.square());
        }
        return product.square().dividedBy(first.times(second));
    }

    /// The entries that were moved.
    List<RoundedSparsity.Moved> moved() {
        List<RoundedSparsity.Moved> moved = new ArrayList<>();
        moves.forEach((atom, move) -> {
            for (int k = 0; k < move.length; k++) {
                if (move[k] != 0 && dictionary.matrix().get(k, atom) != 0) {
                    moved.add(new RoundedSparsity.Moved(k, atom, entry(k, atom)));
                }
            }
        });
        return moved;
    }

    /// Parallel atoms have gradient 0 and are only told apart by moves that differ.
    private void shake(int atom) {
        double[] move = move(atom);
        for (int k = 0; k < move.length; k++) {
            int mixed = Integer.rotateLeft((atom + 1) * 0x9E3779B9 ^ (k + 1) * 0x85EBCA6B, 13) * 0xC2B2AE35;
            move[k] = grained((mixed >> 8) * 0x1p-24);
        }
    }

    private double[] move(int atom) {
        return moves.computeIfAbsent(atom, _ -> new double[dictionary.rows()]);
    }

    private void push(Evidence.Pair pair, double step) {
        Gradient gradient = new Gradient(pair);
        double largest = gradient.largest();
        if (largest > 0) {
            for (int k = 0; k < dictionary.rows(); k++) {
                push(move(pair.first()), k, step * gradient.first[k] / largest);
                push(move(pair.second()), k, step * gradient.second[k] / largest);
            }
        }
    }

    private static void push(double[] move, int k, double step) {
        move[k] = grained(Math.clamp(move[k] + step, -1, 1));
    }

    private static double grained(double move) {
        return Math.rint(move / GRAIN) * GRAIN;
    }

    /// How the cosine of a pair changes with a move of each entry by half an ulp, in floating point.
    private final class Gradient {

        private final double[] first;
        private final double[] second;
        private final Evidence.Pair pair;

        Gradient(Evidence.Pair pair) {
            this.pair = pair;
            double[] a = unit(dictionary.atom(pair.first()), dictionary.atom(pair.first()));
            double[] b = unit(dictionary.atom(pair.second()), dictionary.atom(pair.second()));
            double cosine = 0;
            for (int k = 0; k < a.length; k++) {
                cosine += a[k] * b[k];
            }
            first = new double[a.length];
            second = new double[a.length];
            double[] ulpsA = unit(dictionary.atom(pair.first()), ulps(dictionary.atom(pair.first())));
            double[] ulpsB = unit(dictionary.atom(pair.second()), ulps(dictionary.atom(pair.second())));
            for (int k = 0; k < a.length; k++) {
                first[k] = ulpsA[k] / 2 * Math.signum(cosine) * (b[k] - cosine * a[k]);
                second[k] = ulpsB[k] / 2 * Math.signum(cosine) * (a[k] - cosine * b[k]);
            }
        }

        private static double[] ulps(double[] atom) {
            double[] ulps = new double[atom.length];
            for (int k = 0; k < ulps.length; k++) {
                ulps[k] = atom[k] == 0 ? 0 : Math.ulp(atom[k]);
            }
            return ulps;
        }

        /// The vector over the norm of the atom, with its largest entry brought near 1 first.
        private static double[] unit(double[] atom, double[] vector) {
            double largest = 0;
            for (double entry : atom) {
                largest = Math.max(largest, Math.abs(entry));
            }
            int exponent = -Math.getExponent(largest);
            double squares = 0;
            double[] unit = new double[vector.length];
            for (int k = 0; k < unit.length; k++) {
                squares += square(scaled(atom[k], exponent));
                unit[k] = scaled(vector[k], exponent);
            }
            for (int k = 0; k < unit.length; k++) {
                unit[k] /= Math.sqrt(squares);
            }
            return unit;
        }

        /// entry 2^e in two steps, because 2^e alone may overflow.
        private static double scaled(double entry, int e) {
            return Math.scalb(Math.scalb(entry, e / 2), e - e / 2);
        }

        private static double square(double value) {
            return value * value;
        }

        double change() {
            double sum = 0;
            for (int k = 0; k < first.length; k++) {
                sum += first[k] * move(pair.first())[k] + second[k] * move(pair.second())[k];
            }
            return sum;
        }

        double most() {
            double sum = 0;
            for (int k = 0; k < first.length; k++) {
                sum += Math.abs(first[k]) + Math.abs(second[k]);
            }
            return sum;
        }

        double largest() {
            double largest = 0;
            for (int k = 0; k < first.length; k++) {
                largest = Math.max(largest, Math.max(Math.abs(first[k]), Math.abs(second[k])));
            }
            return largest;
        }
    }
}
