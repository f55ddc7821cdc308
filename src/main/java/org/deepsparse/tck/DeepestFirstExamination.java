package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepsparse.bound.DeepestFirstBound;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.coding.Layer;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ProductInstance;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;

/// An unrolled network on the product of the dictionaries, then synthesis: norm2 of the error in layer j is
/// at most the theorem's bound.
///
/// The theorem synthesises exactly. A solver that computes `D_{j+1} x~_{j+1}` in doubles, in any order of
/// summation, is off by at most `a_j = abs(D_{j+1}) a_{j+1} + gamma_n abs(D_{j+1}) abs(x~_{j+1}) + n 2^-1074`
/// in each entry, a_J = 0, n the columns of D_{j+1}: norm2(a_j) is added to the bound.
record DeepestFirstExamination(Solver.UnrolledProduct solver) implements Examination<ProductInstance> {

    @Override
    public List<Layer> layers(ProductInstance instance) {
        return instance.chain().layers();
    }

    @Override
    public List<Hypothesis<ProductInstance>> hypotheses() {
        return List.of();
    }

    @Override
    public List<Question> questions(ProductInstance instance) {
        List<Layer> layers = layers(instance);
        int iterations = instance.chain().iterations();
        ListaCpBound bound = instance.bound();
        List<ListaCpBound.State> states = UnrolledExamination.states(bound, iterations);
        double[] thresholds = states.stream().mapToDouble(ListaCpBound.State::threshold).toArray();
        List<RationalVector> tails = instance.tails();
        return StepCounts.upTo(iterations).stream().map(k -> {
            UnrolledParameters parameters = new UnrolledParameters(
                    instance.product(), instance.weights().matrix(), Arrays.copyOf(thresholds, k));
            double deepest = bound.closedForm(states.get(k));
            return new Question(
                    Question.CALL.atStep(k),
                    Examination.dictionaries(layers),
                    instance.chain().signal(),
                    (signal, scale) -> solver.codes(layers, parameters.scaled(scale), signal),
                    instance.chain().chain().truth().codes(),
                    codes -> claims(k, codes, instance, deepest, tails));
        }).toList();
    }

    private static List<Claim> claims(
            int k, List<double[]> codes, ProductInstance instance, double deepest,
            List<RationalVector> tails) {
        List<Claim> claims = new ArrayList<>();
        double[] rounding = new double[codes.get(codes.size() - 1).length];
        for (int j = codes.size(); j >= 1; j--) {
            if (j < codes.size()) {
                rounding = synthesisRounding(instance.chain().layer(j + 1).dictionary().matrix(),
                        codes.get(j), rounding);
            }
            Interval error = RationalVector.of(codes.get(j - 1)).minus(instance.chain().truth(j).entries())
                    .squaredNorm().sqrtEnclosure();
            Interval allowed = DeepestFirstBound.error(
                    instance.largestColumn(j), deepest, tails.get(j).squaredNorm().sqrtEnclosure())
                    .plus(norm2(rounding));
            claims.add(0, new Claim.AtMost(Label.of("error").inLayer(j).atStep(k), error,
                    Interval.of(allowed.upper())));
        }
        return claims;
    }

    /// a_j, upward, from a_{j+1} and the computed code of layer j + 1.
    private static double[] synthesisRounding(Matrix dictionary, double[] code, double[] above) {
        int rows = dictionary.rows();
        int columns = dictionary.columns();
        double[] rounding = new double[rows];
        ErrorBound.gemv(dictionary.toColumnMajor(), 0, rows, columns, code, 0, rounding, 0);
        for (int i = 0; i < rows; i++) {
            Interval sum = Interval.of(rounding[i]);
            for (int l = 0; l < columns; l++) {
                sum = sum.plus(Interval.of(Math.abs(dictionary.get(i, l))).times(above[l]));
            }
            rounding[i] = sum.upper();
        }
        return rounding;
    }

    private static Interval norm2(double[] vector) {
        Interval sum = Interval.ZERO;
        for (double entry : vector) {
            sum = sum.plus(Interval.of(entry).square());
        }
        return sum.sqrt();
    }
}
