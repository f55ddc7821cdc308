package example;

import java.util.Arrays;

/// Orthogonal matching pursuit in plain Java: takes the atom nearest to the residual, projects, and goes on.
public final class MySolver {

    private MySolver() {}

    /// The code of a signal.
    ///
    /// @param atoms one array an atom, all as long as the signal
    /// @param sparsity the number of atoms to take
    /// @return one coefficient an atom
    public static double[] code(double[][] atoms, double[] signal, int sparsity) {
        double[] code = new double[atoms.length];
        double[] residual = signal.clone();
        int[] taken = new int[sparsity];
        double[][] basis = new double[sparsity][]; // the taken atoms, made orthogonal to each other
        double[][] shares = new double[sparsity][sparsity]; // shares[t][u]: how much of basis[u] is in atom t
        double[] weights = new double[sparsity]; // the signal in that basis
        int steps = 0;
        while (steps < sparsity && Arrays.stream(residual).anyMatch(entry -> entry != 0)) {
            taken[steps] = nearest(atoms, residual);
            basis[steps] = atoms[taken[steps]].clone();
            for (int u = 0; u < steps; u++) {
                shares[steps][u] = dot(basis[steps], basis[u]) / dot(basis[u], basis[u]);
                subtract(basis[steps], shares[steps][u], basis[u]);
            }
            weights[steps] = dot(residual, basis[steps]) / dot(basis[steps], basis[steps]);
            subtract(residual, weights[steps], basis[steps]);
            steps++;
        }
        for (int t = steps - 1; t >= 0; t--) { // back from the basis to the atoms
            code[taken[t]] = weights[t];
            for (int u = 0; u < t; u++) {
                weights[u] -= weights[t] * shares[t][u];
            }
        }
        return code;
    }

    /// The atom with the largest inner product with the residual, for its length.
    private static int nearest(double[][] atoms, double[] residual) {
        int nearest = 0;
        double largest = -1;
        for (int i = 0; i < atoms.length; i++) {
            double inner = Math.abs(dot(atoms[i], residual)) / Math.sqrt(dot(atoms[i], atoms[i]));
            if (inner > largest) {
                largest = inner;
                nearest = i;
            }
        }
        return nearest;
    }

    private static void subtract(double[] vector, double factor, double[] other) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] -= factor * other[k];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
