package org.deepsparse.properties.pursuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.tck.Accuracy;
import org.deepsparse.tck.Promise;
import org.deepsparse.tck.Solver;
import org.deepsparse.tck.UnrolledParameters;

/// Solvers with one mistake each, promised as if they had none. [WrongSolversTest] names the law that rejects
/// each.
final class WrongSolvers {

    private WrongSolvers() {}

    abstract static class Greedy extends PursuitContract {

        abstract Solver.OfLayer solver();

        @Override
        protected Promise<?> promise() {
            return Promise.greedy(solver(), OmpInDoublesContractProperties.DECLARED).followingPowersOfTwo()
                    .refusingWrongSizes();
        }
    }

    /// Right for unit-norm atoms only.
    static class SelectionWithoutNorms extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return new OmpInDoubles() {
                @Override
                double score(double[] atom, double[] residual) {
                    return Math.abs(dot(atom, residual));
                }
            };
        }
    }

    /// Matching pursuit: the coefficients of earlier atoms stay as they were.
    static class NoLeastSquares extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return new OmpInDoubles() {
                @Override
                double[] fit(Dictionary dictionary, List<Integer> taken, double[] signal, double[] previous,
                        double[] residual) {
                    double[] code = previous.clone();
                    int last = taken.get(taken.size() - 1);
                    double[] atom = dictionary.atom(last);
                    code[last] += dot(atom, residual) / dot(atom, atom);
                    return code;
                }
            };
        }
    }

    /// The first atom that no other beats by a factor of two.
    static class FirstOfNearTies extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return new OmpInDoubles() {
                @Override
                boolean isBetter(double score, double largest) {
                    return score > 2 * largest;
                }
            };
        }
    }

    static class OneStepShort extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> new OmpInDoubles().code(dictionary, signal,
                    sparsity - 1);
        }
    }

    static class DroppedSign extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> Arrays
                    .stream(new OmpInDoubles().code(dictionary, signal, sparsity)).map(Math::abs)
                    .toArray();
        }
    }

    /// Eliminates with factors of 24 bits.
    static class FloatInside extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return new OmpInDoubles() {
                @Override
                double quotient(double a, double b) {
                    return (float) (a / b);
                }
            };
        }
    }

    /// The residual is kept in the caller's array.
    static class SignalOverwritten extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> {
                double[] code = new OmpInDoubles().code(dictionary, signal, sparsity);
                Arrays.fill(signal, 0);
                return code;
            };
        }
    }

    /// Rounds up in one call and down in the next.
    static class Restless extends Greedy {

        private static int calls;

        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> {
                boolean up = calls++ % 2 == 0;
                double[] code = new OmpInDoubles().code(dictionary, signal, sparsity);
                return Arrays.stream(code).map(entry -> entry == 0 || up ? entry : Math.nextUp(entry))
                        .toArray();
            };
        }
    }

    /// Codes y/norm2(y).
    static class NormalisedSignal extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> {
                double norm = Math.sqrt(OmpInDoubles.dot(signal, signal));
                double[] unit = Arrays.stream(signal).map(entry -> entry / norm).toArray();
                double[] code = new OmpInDoubles().code(dictionary, unit, sparsity);
                return Arrays.stream(code).map(entry -> entry * norm).toArray();
            };
        }
    }

    /// Stops at norm2(r) < 1e-3, whatever the size of the signal.
    static class AbsoluteTolerance extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return new OmpInDoubles() {
                @Override
                boolean isSmall(double[] residual) {
                    return dot(residual, residual) < 1e-6;
                }
            };
        }
    }

    static class SignalPadded extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> new OmpInDoubles().code(dictionary,
                    Arrays.copyOf(signal, dictionary.rows()),
                    sparsity);
        }
    }

    static class EntryARow extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> Arrays.copyOf(
                    new OmpInDoubles().code(dictionary, signal, sparsity),
                    dictionary.rows());
        }
    }

    /// Searches supports of fewer than lambda atoms.
    static class SupportsOneTooSmall extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.sparsest(
                    (dictionary, signal, sparsity) -> ExhaustiveL0ContractProperties.code(dictionary, signal,
                            sparsity - 1),
                    Accuracy.exact()).supporting(layer -> layer.dictionary().atoms() <= 10);
        }
    }

    /// No answer at all, which is no exception either.
    static class NullForACode extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> null;
        }
    }

    /// A vertex, but not the cheapest: the costs are all 0.
    static class FirstVertex extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.basisPursuit(
                    (dictionary, signal, sparsity) -> {
                        RationalVector none = RationalVector.zero(2 * dictionary.atoms());
                        return ExactBasisPursuitContractProperties
                                .cheapest(dictionary, RationalVector.of(signal), none).nearest();
                    },
                    Accuracy.ofSupport()).supporting(layer -> layer.dictionary().atoms() <= 10);
        }
    }

    /// A chain whose signal is never taken through the inverse of an activation.
    static class ActivationIgnored extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.sparsestChain(
                    (layers, signal) -> {
                        List<double[]> codes = new ArrayList<>();
                        double[] below = signal;
                        for (Layer layer : layers) {
                            below = new OmpInDoubles().code(layer.dictionary(), below,
                                    layer.sparsityBudget());
                            codes.add(below);
                        }
                        return codes;
                    },
                    OmpInDoublesContractProperties.DECLARED);
        }
    }

    /// A chain without its last code.
    static class LastLayerMissing extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.sparsestChain(
                    (layers, signal) -> layers.stream().skip(1)
                            .map(layer -> new double[layer.dictionary().atoms()]).toList(),
                    Accuracy.exact());
        }
    }

    /// Every atom gets its correlation.
    static class BudgetIgnored extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.withinTolerance(
                    (dictionary, signal, sparsity, tolerance) -> {
                        double[] code = new double[dictionary.atoms()];
                        for (int i = 0; i < code.length; i++) {
                            double[] atom = dictionary.atom(i);
                            code[i] = OmpInDoubles.dot(atom, signal) / OmpInDoubles.dot(atom, atom);
                        }
                        return code;
                    },
                    BestApproximationContractProperties.SLACK);
        }
    }

    /// Sparse, but nearer to the signal than that it never comes.
    static class ToleranceIgnored extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.withinTolerance(
                    (dictionary, signal, sparsity, tolerance) -> new OmpInDoubles().code(dictionary, signal,
                            sparsity - 1),
                    BestApproximationContractProperties.SLACK);
        }
    }

    abstract static class Unrolled extends PursuitContract {

        abstract double[] code(UnrolledParameters parameters, double[] signal);

        @Override
        protected Promise<?> promise() {
            return Promise.unrolled(this::code).followingPowersOfTwo().refusingWrongSizes();
        }

        static UnrolledParameters with(UnrolledParameters parameters, double[] thresholds) {
            return new UnrolledParameters(parameters.dictionary(), parameters.weights(), thresholds);
        }
    }

    static class HalfTheThreshold extends Unrolled {
        @Override
        double[] code(UnrolledParameters parameters, double[] signal) {
            double[] half = Arrays.stream(parameters.thresholds()).map(theta -> theta / 2).toArray();
            return ListaCpContractProperties.code(with(parameters, half), signal);
        }
    }

    /// Thresholds as on paper: what they contain for rounding is lost in 24 bits.
    static class FloatThresholds extends Unrolled {
        @Override
        double[] code(UnrolledParameters parameters, double[] signal) {
            double[] floats = Arrays.stream(parameters.thresholds())
                    .map(theta -> Math.nextDown((float) theta)).toArray();
            return ListaCpContractProperties.code(with(parameters, floats), signal);
        }
    }

    static class LastStepMissing extends Unrolled {
        @Override
        double[] code(UnrolledParameters parameters, double[] signal) {
            double[] fewer = parameters.thresholds();
            return ListaCpContractProperties.code(with(parameters, Arrays.copyOf(fewer, fewer.length - 1)),
                    signal);
        }
    }

    /// ISTA: the dictionary's transpose in place of W^T.
    static class DictionaryForWeights extends Unrolled {
        @Override
        double[] code(UnrolledParameters parameters, double[] signal) {
            UnrolledParameters wrong = new UnrolledParameters(
                    parameters.dictionary(), parameters.dictionary(), parameters.thresholds());
            return ListaCpContractProperties.code(wrong, signal);
        }
    }

    /// Layer by layer on the code below itself.
    static class InverseForgotten extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.layerByLayer((layers, parameters, signal) -> {
                List<double[]> codes = new ArrayList<>();
                double[] below = signal;
                for (UnrolledParameters layer : parameters) {
                    below = ListaCpContractProperties.code(layer, below);
                    codes.add(below);
                }
                return codes;
            });
        }
    }

    /// Multiplies by the slope where it should divide.
    static class ActivationForInverse extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.layerByLayer((layers, parameters, signal) -> {
                List<double[]> codes = new ArrayList<>();
                double[] below = signal;
                for (int j = 0; j < layers.size(); j++) {
                    PiecewiseLinear activation = layers.get(j).activation();
                    double[] wrong = Arrays.stream(below)
                            .map(entry -> activation.apply(Rational.of(entry)).nearest()).toArray();
                    below = ListaCpContractProperties.code(parameters.get(j), wrong);
                    codes.add(below);
                }
                return codes;
            });
        }
    }

    /// Takes square layers for the identity on the way down.
    static class SquareLayersSkipped extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.deepestFirst((layers, parameters, signal) -> {
                List<double[]> codes = new ArrayList<>();
                double[] code = ListaCpContractProperties.code(parameters, signal);
                codes.add(code);
                for (int j = layers.size(); j > 1; j--) {
                    Dictionary dictionary = layers.get(j - 1).dictionary();
                    code = dictionary.rows() == dictionary.atoms() ? code : synthesis(dictionary, code);
                    codes.add(0, code);
                }
                return codes;
            });
        }

        private static double[] synthesis(Dictionary dictionary, double[] code) {
            double[] signal = new double[dictionary.rows()];
            for (int i = 0; i < code.length; i++) {
                double[] atom = dictionary.atom(i);
                for (int k = 0; k < signal.length; k++) {
                    signal[k] += code[i] * atom[k];
                }
            }
            return signal;
        }
    }

    /// Promises nothing, so that nothing could be wrong.
    static class SupportsNothing extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.greedy(new OmpInDoubles(), Accuracy.exact()).supporting(layer -> false);
        }
    }

    /// One size, which random cases hardly ever have.
    static class SupportsHardlyAnything extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.greedy(new OmpInDoubles(), OmpInDoublesContractProperties.DECLARED)
                    .supporting(layer -> layer.dictionary().atoms() == 28);
        }
    }

    /// Takes what is small for nothing.
    static class RefusesSmallSignals extends Greedy {
        @Override
        Solver.OfLayer solver() {
            return (dictionary, signal, sparsity) -> {
                if (Arrays.stream(signal).anyMatch(entry -> entry != 0 && Math.abs(entry) < 1e-9)) {
                    throw new IllegalArgumentException("the signal is too small");
                }
                return new OmpInDoubles().code(dictionary, signal, sparsity);
            };
        }
    }

    /// Normal equations in doubles are not exact.
    static class MoreAccurateThanItIs extends PursuitContract {
        @Override
        protected Promise<?> promise() {
            return Promise.greedy(new OmpInDoubles(), Accuracy.exact());
        }
    }
}
