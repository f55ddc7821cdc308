package org.deepsparse.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.RationalVector;

/// Exhaustive l0 search: the codes z with `D z = y` and `norm0(z) <= k`, in exact rationals.
///
/// Depth first over supports, with elimination modulo a prime as a filter: a signal outside the span modulo
/// the prime is outside it. If more than one code exists, at least two are returned (there may be infinitely
/// many). **Cost** sum of C(n, i), i <= k, supports of O(m k), and one exact solution a support that passes
/// the filter.
///
/// An instance is for one thread.
public final class ExhaustiveL0 {

    private final Dictionary dictionary;
    private final RationalVector signal;
    private final long[] signalResidues;
    private final long[][] residues;
    private final ModularElimination stack;
    private final int limit;
    private final List<Integer> chosen = new ArrayList<>();
    private final List<RationalVector> codes = new ArrayList<>();
    private final List<RationalVector> kernels = new ArrayList<>();
    private boolean complete = true;

    private ExhaustiveL0(Dictionary dictionary, RationalVector signal, int limit, long prime) {
        this.dictionary = dictionary;
        this.signal = signal;
        this.limit = limit;
        this.stack = new ModularElimination(dictionary.rows(), dictionary.atoms(), prime);
        this.signalResidues = stack.residues(signal);
        this.residues = IntStream.range(0, dictionary.atoms())
                .mapToObj(i -> stack.residues(dictionary.atom(i)))
                .toArray(long[][]::new);
    }

    /// How many supports a search for k-sparse codes visits at most, as a real number that cannot overflow.
    public static double supports(int atoms, int sparsity) {
        double total = 0;
        double binomial = 1;
        for (int i = 0; i <= Math.min(sparsity, atoms); i++) {
            total += binomial;
            binomial = binomial * (atoms - i) / (i + 1);
        }
        return total;
    }

    /// What a search found.
    ///
    /// @param found different codes, at most as many as asked for
    /// @param complete false if a subset was dependent modulo each of several primes but independent, so that
    ///     codes above it were not looked for
    public record Codes(List<RationalVector> found, boolean complete) {}

    /// The codes, at most `limit` of them.
    ///
    /// @throws IllegalArgumentException if the signal has not one entry a row, or no code is asked for
    public static Codes codes(Dictionary dictionary, RationalVector signal, int sparsity, int limit) {
        if (signal.size() != dictionary.rows()) {
            throw new IllegalArgumentException(
                    "dictionary has " + dictionary.rows() + " rows but signal has " + signal.size()
                            + " entries");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("a search for at most " + limit + " codes finds nothing");
        }
        Codes codes = new Codes(List.of(), false);
        for (long prime : ModularElimination.PRIMES) {
            codes = codes(dictionary, signal, sparsity, limit, prime);
            if (codes.complete) {
                return codes;
            }
        }
        return codes;
    }

    private static Codes codes(Dictionary dictionary, RationalVector signal, int sparsity, int limit,
            long prime) {
        ExhaustiveL0 search = new ExhaustiveL0(dictionary, signal, limit, prime);
        search.visit(0, sparsity, false);
        search.addKernelNeighbours(sparsity);
        return new Codes(List.copyOf(search.codes), search.complete);
    }

    /// @param solved whether the signal is in the span of the columns below the top of the stack already
    private void visit(int from, int room, boolean solved) {
        boolean now = solved || solve();
        for (int atom = from; room > 0 && atom < residues.length && codes.size() < limit; atom++) {
            chosen.add(atom);
            if (stack.push(residues[atom])) {
                visit(atom + 1, room - 1, now);
                stack.pop();
            } else {
                rememberKernel();
            }
            chosen.removeLast();
        }
    }

    private boolean solve() {
        if (!stack.mayContain(signalResidues)) {
            return false;
        }
        Optional<RationalVector> solution = dictionary.exact(chosen()).solve(signal);
        if (solution.isEmpty()) {
            return false;
        }
        RationalVector code = spread(solution.get());
        if (!codes.contains(code)) {
            codes.add(code);
        }
        return true;
    }

    /// Where a column depends on the stack, a code on these atoms is not alone.
    private void rememberKernel() {
        Optional<RationalVector> kernel = dictionary.exact(chosen()).kernelVector().map(this::spread);
        kernel.ifPresent(kernels::add);
        complete &= kernel.isPresent();
    }

    private void addKernelNeighbours(int sparsity) {
        for (RationalVector code : List.copyOf(codes)) {
            for (RationalVector kernel : kernels) {
                RationalVector neighbour = code.plus(kernel);
                if (codes.size() < limit && neighbour.support().length <= sparsity
                        && !codes.contains(neighbour)) {
                    codes.add(neighbour);
                }
            }
        }
    }

    private int[] chosen() {
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private RationalVector spread(RationalVector coefficients) {
        return RationalVector.sparse(dictionary.atoms(), chosen(), coefficients);
    }
}
