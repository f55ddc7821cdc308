package org.deepsparse.properties.pursuit;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.tck.Solver;

/// Orthogonal matching pursuit the way others write it: doubles and normal equations. The wrong solvers
/// change one step of it.
class OmpInDoubles implements Solver.OfLayer {

    @Override
    public double[] code(Dictionary dictionary, double[] signal, int sparsity) {
        if (signal.length != dictionary.rows()) {
            throw new IllegalArgumentException(dictionary.rows() + " rows but " + signal.length + " entries");
        }
        List<Integer> taken = new ArrayList<>();
        double[] code = new double[dictionary.atoms()];
        double[] residual = signal.clone();
        for (int step = 0; step < sparsity && !isSmall(residual); step++) {
            taken.add(select(dictionary, residual));
            code = fit(dictionary, taken, signal, code, residual);
            residual = residual(dictionary, signal, code);
        }
        return code;
    }

    boolean isSmall(double[] residual) {
        return dot(residual, residual) == 0;
    }

    int select(Dictionary dictionary, double[] residual) {
        int best = 0;
        double largest = 0;
        for (int i = 0; i < dictionary.atoms(); i++) {
            double score = score(dictionary.atom(i), residual);
            if (isBetter(score, largest)) {
                largest = score;
                best = i;
            }
        }
        return best;
    }

    double score(double[] atom, double[] residual) {
        return Math.abs(dot(atom, residual)) / Math.sqrt(dot(atom, atom));
    }

    boolean isBetter(double score, double largest) {
        return score > largest;
    }

    /// Least squares on the atoms taken.
    double[] fit(Dictionary dictionary, List<Integer> taken, double[] signal, double[] previous,
            double[] residual) {
        int s = taken.size();
        double[][] system = new double[s][s + 1];
        for (int a = 0; a < s; a++) {
            for (int b = 0; b < s; b++) {
                system[a][b] = dot(dictionary.atom(taken.get(a)), dictionary.atom(taken.get(b)));
            }
            system[a][s] = dot(dictionary.atom(taken.get(a)), signal);
        }
        for (int p = 0; p < s; p++) {
            for (int a = p + 1; a < s; a++) {
                double factor = quotient(system[a][p], system[p][p]);
                for (int b = p; b <= s; b++) {
                    system[a][b] -= factor * system[p][b];
                }
            }
        }
        double[] code = new double[dictionary.atoms()];
        for (int a = s - 1; a >= 0; a--) {
            double sum = system[a][s];
            for (int b = a + 1; b < s; b++) {
                sum -= system[a][b] * code[taken.get(b)];
            }
            code[taken.get(a)] = sum / system[a][a];
        }
        return code;
    }

    double quotient(double a, double b) {
        return a / b;
    }

    static double[] residual(Dictionary dictionary, double[] signal, double[] code) {
        double[] residual = signal.clone();
        for (int i = 0; i < code.length; i++) {
            double[] atom = dictionary.atom(i);
            for (int k = 0; k < residual.length; k++) {
                residual[k] -= code[i] * atom[k];
            }
        }
        return residual;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
