package org.deepsparse.dictionary;

import java.math.BigInteger;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.kernel.Kernels;

/// The atoms as primitive integer vectors: each atom times the positive rational that makes its entries
/// integers without a common divisor. Coherence does not see the scale, and many dictionaries that look
/// irrational (a Hadamard matrix over sqrt(n)) become +-1, so that doubles compute their inner products
/// exactly. Made when first asked for: most atoms never are.
final class PrimitiveAtoms {

    /// `abs(<d_i, d_l>)` and `norm2(d_i)^2 norm2(d_l)^2` of primitive atoms: together the squared cosine of
    /// their angle.
    record Cosine(BigInteger product, BigInteger squaredNorms) implements Comparable<Cosine> {

        static final Cosine ZERO = new Cosine(BigInteger.ZERO, BigInteger.ONE);

        /// Whether the atoms are parallel.
        boolean isOne() {
            return product.multiply(product).equals(squaredNorms);
        }

        Rational squared() {
            return new Rational(product.multiply(product), squaredNorms);
        }

        @Override
        public int compareTo(Cosine other) {
            if (squaredNorms.equals(other.squaredNorms)) {
                return product.compareTo(other.product);
            }
            return product.multiply(product)
                    .multiply(other.squaredNorms)
                    .compareTo(other.product.multiply(other.product).multiply(squaredNorms));
        }
    }

    /// Sums of products below this are exact in doubles in any order.
    private static final BigInteger EXACT_IN_DOUBLES = BigInteger.ONE.shiftLeft(53);

    /// One atom; `doubles` equals `integers` where these are small.
    private record Atom(BigInteger[] integers, BigInteger largest, double[] doubles) {

        static Atom of(double[] entries) {
            BigInteger[] integers = primitive(entries);
            BigInteger largest = Arrays.stream(integers).map(BigInteger::abs).reduce(BigInteger.ZERO,
                    BigInteger::max);
            return new Atom(integers, largest,
                    Arrays.stream(integers).mapToDouble(BigInteger::doubleValue).toArray());
        }

        BigInteger product(Atom other) {
            int rows = integers.length;
            BigInteger bound = largest.multiply(other.largest).multiply(BigInteger.valueOf(rows));
            if (bound.compareTo(EXACT_IN_DOUBLES) <= 0) {
                return BigInteger.valueOf((long) Kernels.dot(doubles, 0, other.doubles, 0, rows));
            }
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k < rows; k++) {
                if (integers[k].signum() != 0 && other.integers[k].signum() != 0) {
                    sum = sum.add(integers[k].multiply(other.integers[k]));
                }
            }
            return sum;
        }
    }

    private final Dictionary dictionary;
    private final @Nullable Atom[] atoms;
    private final @Nullable BigInteger[] squaredNorms;

    PrimitiveAtoms(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.atoms = new @Nullable Atom[dictionary.atoms()];
        this.squaredNorms = new @Nullable BigInteger[dictionary.atoms()];
    }

    Cosine cosine(int i, int l) {
        return new Cosine(atom(i).product(atom(l)).abs(), squaredNorm(i).multiply(squaredNorm(l)));
    }

    /// Whether doubles compute every inner product exactly.
    boolean areSmall() {
        for (int i = 0; i < atoms.length; i++) {
            BigInteger largest = atom(i).largest;
            if (largest.multiply(largest).multiply(BigInteger.valueOf(dictionary.rows()))
                    .compareTo(EXACT_IN_DOUBLES) > 0) {
                return false;
            }
        }
        return true;
    }

    private Atom atom(int i) {
        Atom atom = atoms[i];
        if (atom == null) {
            atom = Atom.of(dictionary.atom(i));
            atoms[i] = atom;
        }
        return atom;
    }

    private BigInteger squaredNorm(int i) {
        BigInteger squared = squaredNorms[i];
        if (squared == null) {
            squared = atom(i).product(atom(i));
            squaredNorms[i] = squared;
        }
        return squared;
    }

    private static BigInteger[] primitive(double[] atom) {
        BigInteger[] integers = RationalVector.of(atom).integers();
        BigInteger divisor = Arrays.stream(integers).reduce(BigInteger.ZERO, BigInteger::gcd);
        return Arrays.stream(integers).map(entry -> entry.divide(divisor)).toArray(BigInteger[]::new);
    }
}
