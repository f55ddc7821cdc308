package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.decider.LayerHypotheses;
import org.deepsparse.dictionary.AtomNorms;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.DictionaryDraw;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.ListaInstance;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;

/// # LISTA-CP converges: `lista-cp` (the lemma behind Li, Feng & Zhou 2024, Theorems 5 to 9)
///
/// An unrolled network with fixed weights and fixed thresholds reaches the sparse code of a signal at an
/// exponential rate, down to a floor that noise and roundoff set. If nothing is added behind the thresholds,
/// no entry outside the support ever becomes nonzero.
///
/// ## Setting
/// * `A` is a dictionary, m x n. Its atoms `a_i` are not zero.
/// * `y = A x* + e` is the signal, `x*` the true code and `e` the noise.
/// * `W` are the analysis weights, m x n. `mut` is the largest `abs(w_i^T a_l)` with i != l, and `delta` the
///   largest `abs(w_i^T a_i - 1)`. Feasible weights have delta = 0; stored in doubles they miss it slightly.
/// * `S` is a set of indices. `s >= 1` is how many it should have, and `B` how large entries of `x*` may be.
/// * `sigma >= abs(w_i^T e)` for all i: the noise as it arrives in front of the threshold.
/// * `T_theta(v) = sign(v) max(abs(v) - theta, 0)` is soft thresholding, entry by entry.
/// * The network starts from `x^0 = 0` and repeats
///   `x^{k+1} = T_theta_k( x^k + W^T (y - A x^k) + p ) + r_k`.
///   The perturbations `p` and `r_k` stand for whatever a realisation adds in front of and behind the
///   threshold. `r` bounds `normInf(r_k)`, and `b = (n - s) r` is the most that can gather off S.
/// * `E_k` bounds the error on S after k steps. It starts at `E_0 = s B`; tau_k is made from E_k, and then
///   E_{k+1} from both:
/// ```
/// E_{k+1} = (s - 1) mut E_k + s mut b + s (sigma + tau_k) + s theta_k + s r.
/// ```
/// * `tau_k` is everything that acts like p in step k: `normInf(p)`, the rounding of the step, and
///   `delta (E_k + b)`. It depends on theta_k, because rounding does. In E_{k+1} and in the floor it holds a
///   few units of roundoff more, for computing E_k and theta_k upward ([ListaCpBound]).
///
/// ## Hypotheses
/// * **H1** S has exactly s elements and contains supp x*. The proof counts the entries off S: too small a
///   set would leave more than n - s of them.
/// * **H2** `normInf(x*) <= B`. It makes `E_0` true, and `E_0` sets the first threshold.
/// * **H3** `(2s - 1) mut + 2 s delta < 1`: one step shrinks the error. For delta = 0 this is
///   `s < (1 + 1/mut)/2`.
/// * **H4** `theta_k >= mut (E_k + b) + sigma + tau_k`: the threshold removes all that leaks to wrong atoms.
///   The thresholds judged are those in use, and E_k is computed from them: a threshold may be larger than
///   it need be, as a trained one may, and then E_k is larger too.
///
/// ## Conclusion
/// For every k, by H1, H2 and H4 alone,
/// ```
/// norm1 of x^k - x* on S   <= E_k,
/// norm1 of x^k off S       <= b,
/// supp x^k is inside S     if r = 0.
/// ```
/// With H3 as well, with `q = (2s - 1) mut + 2 s delta`,
/// ```
///                                2 s (mut + delta) b + 2 s (sigma + tau) + s r
/// norm1(x^k - x*)  <=  q^k s B + --------------------------------------------- + b.
///                                                   1 - q
/// ```
/// Here `tau` is the largest tau_k so far without its part in delta, which is in q. A threshold above the
/// least one adds half of its excess to it. The part behind `q^k s B` is called the floor. As soon as
/// `q^k <= 1/2` the error is at most `s B / 2` plus the floor: the claim `halved`. For q >= 1 it is claimed
/// at the last step and without a floor, so that a network that stalls is seen to violate it.
///
/// ## How it is checked
/// The network runs in plain doubles, and each iterate is compared with the code `x*` that the signal was
/// built from; its entries are integers. That measures the error, enclosed, without any of the formulas
/// above. The rounding before the threshold is part of tau, and that of adding r_k is added to r on S, so no
/// comparison needs a tolerance; where an enclosure contains the bound, the claim is undecided. Thresholds
/// and iterates are judged up to the first step in which E_k does not fall, because it has met noise and
/// roundoff.
///
/// H1 and H2 are decided exactly. H3 is decided by enclosures and then exactly; where 1 - q > 0 is below the
/// rounding of the bound, it is undecided. H4 compares the double in use with an upper bound of what is
/// needed: a threshold that is not shown to be large enough counts as too small.
///
/// ## Where it is sharp, and where it breaks
/// All on `core(7)`, eight vectors of norm sqrt 7 in R^7 with inner products -1: mut = 1/7.
/// * Sharp, `core7-worst-case`: s = 3, and noise and p push every true entry down. The error is E_k.
/// * Sharp, `core7-outer`: the same with r_k = -1/4 everywhere. The errors on S and off S are both reached.
/// * Sharp, `core7-outer-without-noise`: r_k = -1/4 and p = -1/16 everywhere, no noise. Off S the threshold
///   has only 1/28 to spare.
/// * Broken without H1, `core7-short-set`: S is empty although s = 3, and r leaves more off S than b.
/// * Broken without H2, `core7-small-magnitude`: B = 1 and an entry 100; wrong atoms pass the threshold.
/// * Broken without H3, `core7-stalls`: s = 4 gives q = 1, the first step returns to 0, and nothing is
///   halved.
/// * Broken without H4, `core7-low-threshold`: with half the threshold a wrong atom passes it.
///
/// ## What is not claimed
/// That no other weights do better. Some of the cases run with the weights of least mut, those of the
/// generalized mutual coherence; others with `a_i / norm2(a_i)^2`.
///
/// Proof: `proofs-notes/lista-cp.md`. Property: `ListaCpConvergenceProperties`.
public record ListaCpConvergence() implements Theorem<ListaInstance> {

    /// The most steps that a drawn case of any convergence theorem takes. By then the bound has met noise and
    /// roundoff, unless the contraction is very slow.
    static final int MOST_ITERATIONS = 1000;

    @Override
    public Statement statement() {
        return new Statement(
                "lista-cp",
                "LISTA-CP converges at an exponential rate",
                "Thms 5-9",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.ROUNDED,
                "norm1(x^k - x*) <= q^k s B + (2 s (mut + delta) b + 2 s (sigma + tau) + s r)/(1 - q) + b, "
                        + "q = (2s - 1) mut + 2 s delta",
                "ChenLiuWangYin2018");
    }

    @Override
    public Draw cases() {
        return new DictionaryDraw(ListaCpConvergence::largestSparsity, MOST_ITERATIONS, true, 0, 0.40);
    }

    /// The largest s for which `s < (1 + 1/mut)/2` seems to hold with the weights `a_i / norm2(a_i)^2`, for
    /// which mut is at most mu times the ratio of the largest to the smallest norm. Computed in doubles: it
    /// only steers what is drawn. Whether a case is inside the theorem is decided by H3.
    static int largestSparsity(Dictionary dictionary) {
        AtomNorms norms = dictionary.norms();
        double coherence = dictionary.coherence().value().upper()
                * norms.largest().upper()
                / norms.smallest().lower();
        double threshold = (1 + 1 / coherence) / 2;
        return (int) Math.min(dictionary.atoms(), Math.ceil(threshold) - 1);
    }

    @Override
    public List<Hypothesis<ListaInstance>> hypotheses() {
        return List.of(
                new Hypothesis<>("H1", "S has s elements and contains supp x*",
                        ListaCpConvergence::decideSet),
                new Hypothesis<>("H2", "normInf(x*) <= B", instance -> {
                    Rational slack = Rational.of(instance.magnitude()).minus(instance.truth().normInf());
                    return Decision.of(slack.signum() >= 0,
                            Evidence.Facts.of("normInf(x*)", instance.truth().normInf(), "B",
                                    instance.magnitude()));
                }),
                new Hypothesis<>("H3", "(2s - 1) mut + 2 s delta < 1", ListaCpConvergence::decideContraction),
                new Hypothesis<>(
                        "H4",
                        "theta_k >= mut (E_k + b) + sigma + tau_k",
                        ListaCpConvergence::decideThresholds));
    }

    private static Decision decideSet(ListaInstance instance) {
        int[] set = instance.candidates();
        boolean contains = true;
        for (int i = 0; i < instance.truth().size(); i++) {
            contains &= instance.truth().get(i).isZero() || Arrays.binarySearch(set, i) >= 0;
        }
        return Decision.of(
                contains && set.length == instance.sparsity(),
                Evidence.Facts.of("elements of S", set.length, "s", instance.sparsity(),
                        "supp x*", contains ? "inside S" : "not inside S"));
    }

    private static Decision decideContraction(ListaInstance instance) {
        return LayerHypotheses.contraction(instance.weights(), instance.dictionary(), instance.sparsity());
    }

    /// H4, decided for the thresholds in use. What the decision shows is the first threshold that is smaller
    /// than it has to be; if there is none, the one with the least to spare.
    private static Decision decideThresholds(ListaInstance instance) {
        double[] thresholds = instance.thresholds();
        int worst = -1;
        double leastSlack = Double.POSITIVE_INFINITY;
        List<ListaCpBound.State> states = states(instance);
        for (int k = 0; k + 1 < states.size(); k++) {
            double slack = thresholds[k] - states.get(k).threshold();
            if (!(slack >= leastSlack)) {
                leastSlack = slack;
                worst = k;
            }
            if (!(thresholds[k] >= states.get(k).threshold())) {
                break;
            }
        }
        if (worst < 0) {
            return Decision.of(true, Evidence.Facts.of("K", thresholds.length));
        }
        return Decision.of(thresholds[worst] >= states.get(worst).threshold(),
                Evidence.Facts.of("k", worst, "theta_k", thresholds[worst], "needed",
                        states.get(worst).threshold()));
    }

    /// Where the recursion for E_k stands at the start and after each step, run with the thresholds in use.
    /// It ends when E_k has stopped falling, because it has met noise and roundoff.
    private static List<ListaCpBound.State> states(ListaInstance instance) {
        ListaCpBound bound = instance.bound();
        double[] thresholds = instance.thresholds();
        List<ListaCpBound.State> states = new ArrayList<>(List.of(bound.start()));
        boolean falling = true;
        for (int k = 0; k < thresholds.length && falling; k++) {
            ListaCpBound.State next = bound.next(states.get(k), thresholds[k]);
            falling = next.error() < states.get(k).error();
            states.add(next);
        }
        return states;
    }

    @Override
    public List<Claim> conclusion(ListaInstance instance) {
        ListaCpBound bound = instance.bound();
        ListaCp lista = new ListaCp(instance.dictionary().matrix(), instance.weights().matrix());
        List<Claim> claims = new ArrayList<>();
        List<Integer> falsePositives = new ArrayList<>();
        boolean finite = true;
        List<ListaCpBound.State> states = states(instance);
        double[] x = new double[instance.dictionary().atoms()];
        int[] candidates = instance.candidates();
        double[] signal = instance.signal();
        double[] thresholds = instance.thresholds();
        double[] inner = instance.inner();
        double[] outer = instance.outer();
        int halving = bound.halvingTime(instance.iterations());
        for (int k = 1; k < states.size(); k++) {
            ListaCpBound.State state = states.get(k);
            x = lista.step(x, signal, thresholds[k - 1], inner, outer);
            Errors errors = Errors.of(x, instance.truth(), candidates);
            claims.add(new Claim.AtMost(Label.of("error-on-S").atStep(k), errors.onSet,
                    Interval.of(state.error())));
            if (bound.outer() > 0) {
                claims.add(new Claim.AtMost(Label.of("error-off-S").atStep(k), errors.offSet,
                        Interval.of(bound.offSupport())));
            } else if (errors.offSet.lower() > 0) {
                falsePositives.add(k);
            } else {
                finite &= errors.offSet.upper() == 0;
            }
            if (bound.contraction() < 1) {
                claims.add(new Claim.AtMost(Label.of("closed-form").atStep(k), errors.total(),
                        Interval.of(bound.closedForm(state))));
            }
            boolean stalled = bound.contraction() >= 1 && k == states.size() - 1;
            if (stalled || k == halving) {
                claims.add(halved(bound, state, errors.total()));
            }
        }
        if (bound.outer() == 0 && instance.iterations() > 0) {
            claims.add(noFalsePositive(falsePositives, finite).as(Label.of("no-false-positive")));
        }
        return claims;
    }

    /// @param at the steps with an entry off S that is surely not 0
    /// @param finite whether the entries off S of all other steps are 0
    private static Answer noFalsePositive(List<Integer> at, boolean finite) {
        if (!at.isEmpty()) {
            return Answer.of(false, Evidence.Facts.of("entries off S at k", at));
        }
        return finite
                ? Answer.of(true, new Evidence.Exhaustion("the iterates x^k"))
                : Answer.undecided("an entry off S is not finite");
    }

    /// The claim that half of the first error is gone: at the first k with q^k <= 1/2 the error is at most
    /// s B / 2 plus the floor.
    ///
    /// Without a contraction there is no such k and no finite floor. The claim is then made at the last step
    /// and without a floor. It fails on a network that stalls, which shows what the contraction buys.
    static Claim halved(ListaCpBound bound, ListaCpBound.State state, Interval error) {
        Interval half = Interval.of(bound.sparsity()).times(bound.magnitude()).times(0.5);
        double floor = bound.contraction() < 1 ? bound.floor(state) : 0;
        return new Claim.AtMost(Label.of("halved").atStep(state.k()), error, half.plus(Interval.of(floor)));
    }

    /// The error x - x* of an iterate, measured against the exact truth: norm1 on S and norm1 off S.
    /// An entry that is not finite may be anywhere.
    private record Errors(Interval onSet, Interval offSet) {

        static Errors of(double[] x, RationalVector truth, int[] set) {
            Interval onSet = Interval.ZERO;
            Interval offSet = Interval.ZERO;
            for (int i = 0; i < x.length; i++) {
                Interval error = Double.isFinite(x[i])
                        ? Interval.of(x[i]).minus(truth.get(i).enclosure()).abs()
                        : Interval.of(0, Double.POSITIVE_INFINITY);
                if (Arrays.binarySearch(set, i) >= 0) {
                    onSet = onSet.plus(error);
                } else {
                    offSet = offSet.plus(error);
                }
            }
            return new Errors(onSet, offSet);
        }

        Interval total() {
            return onSet.plus(offSet);
        }
    }

    @Override
    public ListaInstance instance(Recipe recipe) {
        return ListaInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return List.of(
                new Sharp.Tight(new NamedExample("lista-cp", "core7-worst-case"), Label.of("error-on-S"),
                        Label.of("closed-form")),
                new Sharp.Tight(new NamedExample("lista-cp", "core7-outer"), Label.of("error-on-S"),
                        Label.of("error-off-S"), Label.of("closed-form")),
                new Sharp.Tight(new NamedExample("lista-cp", "core7-outer-without-noise"),
                        Label.of("error-on-S"), Label.of("error-off-S"), Label.of("closed-form")));
    }

    @Override
    public List<Broken> broken() {
        return List.of(
                new Broken("H1", new NamedExample("lista-cp", "core7-short-set")),
                new Broken("H2", new NamedExample("lista-cp", "core7-small-magnitude")),
                new Broken("H3", new NamedExample("lista-cp", "core7-stalls")),
                new Broken("H4", new NamedExample("lista-cp", "core7-low-threshold")));
    }
}
