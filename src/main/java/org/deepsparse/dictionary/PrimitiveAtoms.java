package org.deepsparse.dictionary;

import java.math.BigInteger;
import java.util.Arrays;
import org.deepsparse.exact.Rational;
import org.deepsparse.kernel.Kernels;

/// The atoms as primitive integer vectors: each atom times the positive rational that makes its entries integers without a
/// common divisor. Coherence does not see the scale, and many dictionaries that look irrational (a Hadamard matrix over sqrt(n))
/// become +-1, so that doubles compute their inner products exactly.
final class PrimitiveAtoms {

    /// `abs(<d_i, d_l>)` and `norm2(d_i)^2 norm2(d_l)^2` of primitive atoms: together the squared cosine of their angle.
    record Cosine(BigInteger product, BigInteger squaredNorms) implements Comparable<Cosine> {

        static final Cosine ZERO = new Cosine(BigInteger.ZERO, BigInteger.ONE);

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

    private final int rows;
    private final BigInteger[][] integers;
    private final BigInteger[] largest;
    private final BigInteger[] squaredNorms;
    private final double[][] doubles;

    PrimitiveAtoms(Dictionary dictionary) {
        rows = dictionary.rows();
        int n = dictionary.atoms();
        integers = new BigInteger[n][];
        largest = new BigInteger[n];
        squaredNorms = new BigInteger[n];
        doubles = new double[n][];
        for (int i = 0; i < n; i++) {
            integers[i] = primitive(dictionary.atom(i));
            largest[i] = Arrays.stream(integers[i]).map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::max);
            doubles[i] = Arrays.stream(integers[i]).mapToDouble(BigInteger::doubleValue).toArray();
            squaredNorms[i] = product(i, i);
        }
    }

    Cosine cosine(int i, int l) {
        return new Cosine(product(i, l).abs(), squaredNorms[i].multiply(squaredNorms[l]));
    }

    private BigInteger product(int i, int l) {
        BigInteger bound = largest[i].multiply(largest[l]).multiply(BigInteger.valueOf(rows));
        if (bound.compareTo(EXACT_IN_DOUBLES) <= 0) {
            return BigInteger.valueOf((long) Kernels.dot(doubles[i], 0, doubles[l], 0, rows));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < rows; k++) {
            if (integers[i][k].signum() != 0 && integers[l][k].signum() != 0) {
                sum = sum.add(integers[i][k].multiply(integers[l][k]));
            }
        }
        return sum;
    }

    private static BigInteger[] primitive(double[] atom) {
        BigInteger[] scaled = new BigInteger[atom.length];
        BigInteger denominator = BigInteger.ONE;
        for (double entry : atom) {
            denominator = denominator.max(Rational.of(entry).denominator()); // powers of two: the largest is the common one
        }
        BigInteger divisor = BigInteger.ZERO;
        for (int k = 0; k < atom.length; k++) {
            Rational entry = Rational.of(atom[k]);
            scaled[k] = entry.numerator().multiply(denominator.divide(entry.denominator()));
            divisor = divisor.gcd(scaled[k]);
        }
        for (int k = 0; k < atom.length; k++) {
            scaled[k] = scaled[k].divide(divisor);
        }
        return scaled;
    }
}
