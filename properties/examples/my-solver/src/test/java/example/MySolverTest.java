package example;

import java.util.stream.IntStream;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.tck.Accuracy;
import org.deepsparse.tck.Promise;

public class MySolverTest extends PursuitContract {

    @Override
    protected Promise<?> promise() {
        return Promise.greedy(MySolverTest::solve, Accuracy.relative(0x1p-40))
                .supporting(layer -> layer.dictionary().atoms() <= 32)
                .followingPowersOfTwo();
    }

    private static double[] solve(Dictionary dictionary, double[] signal, int sparsity) {
        double[][] atoms = IntStream.range(0, dictionary.atoms()).mapToObj(dictionary::atom)
                .toArray(double[][]::new);
        return MySolver.code(atoms, signal, sparsity);
    }
}
