package org.deepsparse.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The kernel of a matrix modulo a prime, where it has dimension 0 or 1.
///
/// The rank modulo p is at most the rank over the rationals, so a kernel of dimension 0 modulo p proves that
/// the columns are independent, and one of dimension 1 that they have at most one dependence. Whichever
/// entries of its vector are nonzero modulo p are nonzero; it may have more. **Cost** O(m n rank) operations
/// on machine integers.
///
/// @param dimension 0 or 1
/// @param support the columns whose coefficient is not 0 modulo p, ascending; none for dimension 0
public record ModularKernel(int dimension, List<Integer> support) {

    public ModularKernel {
        support = List.copyOf(support);
    }

    /// @param residues the columns, as [ModularElimination] reduces them
    /// @return empty if the kernel modulo p has dimension 2 or more
    public static Optional<ModularKernel> of(ModularElimination field, long[][] residues) {
        int n = residues.length;
        // each column carries along how it was made of the given ones
        int rows = n == 0 ? 0 : residues[0].length;
        Optional<List<Integer>> dependence = Optional.empty();
        ModularElimination stack = field.emptied(rows, rows + n, n);
        for (int j = 0; j < n; j++) {
            long[] extended = new long[rows + n];
            System.arraycopy(residues[j], 0, extended, 0, rows);
            extended[rows + j] = 1;
            if (!stack.push(extended)) {
                if (dependence.isPresent()) {
                    return Optional.empty();
                }
                dependence = Optional.of(support(stack.rest(), rows));
            }
        }
        return Optional.of(dependence.map(support -> new ModularKernel(1, support))
                .orElse(new ModularKernel(0, List.of())));
    }

    private static List<Integer> support(long[] combination, int rows) {
        List<Integer> support = new ArrayList<>();
        for (int i = rows; i < combination.length; i++) {
            if (combination[i] != 0) {
                support.add(i - rows);
            }
        }
        return support;
    }
}
