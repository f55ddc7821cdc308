package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.deepsparse.coding.Layer;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.DrawnRecipe;
import org.deepsparse.instance.ListaInstance;
import org.deepsparse.instance.ProductInstance;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.DeepestFirstConvergence;
import org.deepsparse.theorem.L1Equivalence;
import org.deepsparse.theorem.LayerByLayerConvergence;
import org.deepsparse.theorem.ListaCpConvergence;
import org.deepsparse.theorem.OmpExact;
import org.deepsparse.theorem.Stability;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Uniqueness;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;

/// A solver together with what its author promises of it; [SolverContract] holds it to that.
///
/// Its kind says *when* it finds the code, by a theorem whose hypotheses are taken as they are. In the table,
/// `lambda` is the budget of a layer, `mu` the mutual coherence of its dictionary, `mu1` its Babel function,
/// and `c` and `C` are the smallest and the largest norm of its atoms. `E_K` and `F_j` are the theorems'
/// bounds.
///
/// | kind | theorem | promise |
/// |---|---|---|
/// | [#sparsest], [#sparsestChain] | `uniqueness` | the code with `lambda < (1 + 1/mu)/2` |
/// | [#basisPursuit], [#basisPursuitChain] | `l1-equivalence` | the code with `2 lambda mu C < (1 + mu) c` |
/// | [#greedy] | `omp-exact` | the code with `mu1(s - 1) + mu1(s) < 1`, in s steps |
/// | [#withinTolerance] | `stability` | under noise, within budget, tolerance, and the theorem's distance |
/// | [#unrolled] | `lista-cp` | `norm1(x^K - x*) <= E_K`, nothing off S, roundoff included |
/// | [#layerByLayer] | `layer-by-layer` | `norm1(x~_j - x_j) <= F_j` |
/// | [#deepestFirst] | `deepest-first` | `norm2(x~_j - x_j)` at most the bound for layer j |
///
/// The methods narrow it (a solver need not take every layer) or widen it (more laws). Each returns a new
/// promise.
///
/// @param <I> the theorem's kind of instance
public final class Promise<I> {

    /// Steps of unrolled networks at the extremes.
    private static final int ITERATIONS = 32;

    private static final ExtremeCases EXACT_CHAINS = new ExtremeCases(0, false, true);

    private final Theorem<I> theorem;
    private final Examination<I> examination;
    private final ExtremeCases extremes;
    private final Predicate<Layer> supported;
    private final Set<Law> laws;

    private Promise(
            Theorem<I> theorem, Examination<I> examination, ExtremeCases extremes, Predicate<Layer> supported,
            Set<Law> laws) {
        this.theorem = theorem;
        this.examination = examination;
        this.extremes = extremes;
        this.supported = supported;
        this.laws = laws;
    }

    private static <I> Promise<I> of(Theorem<I> theorem, Examination<I> examination, ExtremeCases extremes) {
        Set<Law> always = EnumSet.of(
                Law.FINDS_THE_CODE, Law.LEAVES_THE_SIGNAL_ALONE, Law.ANSWERS_ALIKE, Law.CODES_ZERO_AS_ZERO);
        return new Promise<>(theorem, examination, extremes, layer -> true, always);
    }

    /// Finds the sparsest code of a signal, whenever there is only one: `min norm0(z)` over `D z = y`.
    ///
    /// @param solver is told the budget lambda
    /// @param accuracy how near to the code it comes
    public static Promise<ChainInstance> sparsest(Solver.OfLayer solver, Accuracy accuracy) {
        return of(new Uniqueness(), ExactExamination.ofLayers(solver, false, accuracy), EXACT_CHAINS);
    }

    /// Minimises the l1 norm: `min norm1(z)` over `D z = y`.
    ///
    /// @param solver is told the budget lambda, and need not look at it
    /// @param accuracy how near to the code it comes
    public static Promise<ChainInstance> basisPursuit(Solver.OfLayer solver, Accuracy accuracy) {
        return of(new L1Equivalence(), ExactExamination.ofLayers(solver, false, accuracy), EXACT_CHAINS);
    }

    /// Takes one atom a step, s steps, as orthogonal matching pursuit does.
    ///
    /// @param solver is told s, the number of nonzeros of the code
    /// @param accuracy how near to the code it comes
    public static Promise<ChainInstance> greedy(Solver.OfLayer solver, Accuracy accuracy) {
        return of(new OmpExact(), ExactExamination.ofLayers(solver, true, accuracy),
                new ExtremeCases(0, false, false));
    }

    /// Finds the only chain within the budgets: `D_j x_j = rho_j^{-1}(x_{j-1})` and `norm0(x_j) <= lambda_j`
    /// in every layer, with `x_0 = y`.
    ///
    /// @param accuracy how near to each of the codes it comes
    public static Promise<ChainInstance> sparsestChain(Solver.OfChain solver, Accuracy accuracy) {
        return of(new Uniqueness(), ExactExamination.ofChain(solver, accuracy), EXACT_CHAINS);
    }

    /// Minimises the l1 norm layer after layer, from the first.
    ///
    /// @param accuracy how near to each of the codes it comes
    public static Promise<ChainInstance> basisPursuitChain(Solver.OfChain solver, Accuracy accuracy) {
        return of(new L1Equivalence(), ExactExamination.ofChain(solver, accuracy), EXACT_CHAINS);
    }

    /// Finds some code of a noisy signal: z with `norm0(z) <= lambda` and `norm2(y - D z) <= tolerance +
    /// slack norm2(y)`; there is one. Both are decided on the exact residual, and with them, by `stability`,
    /// how far z is from the code of the signal. That 0 is coded as 0 is not asked.
    ///
    /// @param slack the implementer's, for rounding; 0 for exact solvers
    /// @throws IllegalArgumentException unless 0 <= slack < 1
    public static Promise<ChainInstance> withinTolerance(Solver.OfNoisySignal solver, double slack) {
        Promise<ChainInstance> promise = of(new Stability(), new NoisyExamination(solver, slack),
                new ExtremeCases(0, true, true));
        promise.laws.remove(Law.CODES_ZERO_AS_ZERO);
        return promise;
    }

    /// An unrolled network of LISTA-CP type, in doubles, that computes `x + W^T (y - A x)` in this form, in
    /// any order of summation.
    public static Promise<ListaInstance> unrolled(Solver.Unrolled solver) {
        return of(new ListaCpConvergence(), new UnrolledExamination(solver),
                new ExtremeCases(ITERATIONS, true, false));
    }

    /// One such network a layer, on the code of the layer below; inverting an activation rounds once.
    public static Promise<RateInstance> layerByLayer(Solver.UnrolledChain solver) {
        return of(new LayerByLayerConvergence(), new LayerByLayerExamination(solver),
                new ExtremeCases(ITERATIONS, true, true));
    }

    /// One such network on the product of all dictionaries, and synthesis downwards in doubles.
    public static Promise<ProductInstance> deepestFirst(Solver.UnrolledProduct solver) {
        return of(new DeepestFirstConvergence(), new DeepestFirstExamination(solver),
                new ExtremeCases(ITERATIONS, true, true));
    }

    /// Only for problems all of whose layers pass: `layer -> layer.dictionary().atoms() <= 64`, one
    /// activation, small budgets.
    public Promise<I> supporting(Predicate<Layer> layers) {
        return new Promise<>(theorem, examination, extremes, supported.and(layers), laws);
    }

    /// Scaling by powers of two goes through: `2^k y` gives `2^k x`, equal as numbers. Thresholds and
    /// tolerances are scaled along. A solver with an absolute tolerance anywhere cannot promise it.
    public Promise<I> followingPowersOfTwo() {
        return with(Law.FOLLOWS_POWERS_OF_TWO);
    }

    /// Signals of the wrong size are refused: one that has not one entry a row ends in an exception.
    public Promise<I> refusingWrongSizes() {
        return with(Law.REFUSES_WRONG_SIZES);
    }

    private Promise<I> with(Law law) {
        Set<Law> more = EnumSet.copyOf(laws);
        more.add(law);
        return new Promise<>(theorem, examination, extremes, supported, more);
    }

    Theorem<I> theorem() {
        return theorem;
    }

    List<Law> laws() {
        return new ArrayList<>(laws);
    }

    PromisedLaw<I> check(Law law) {
        Hypothesis<I> support = new Hypothesis<>("S1", "the solver takes every layer", instance -> {
            List<Layer> layers = examination.layers(instance);
            long taken = layers.stream().filter(supported).count();
            return Decision.of(taken == layers.size(),
                    Evidence.Facts.of("takes", taken, "layers", layers.size()));
        });
        return new PromisedLaw<>(theorem, examination, support, law, new Transcript());
    }

    /// Whether the solver takes the recipe's layers.
    boolean takes(Recipe recipe) {
        List<Layer> layers = recipe instanceof DrawnRecipe drawn
                ? drawn.build()
                : examination.layers(theorem.instance(recipe));
        return layers.stream().allMatch(supported);
    }

    List<Recipe> extremeCases() {
        return extremes.of(theorem, check(Law.FINDS_THE_CODE));
    }
}
