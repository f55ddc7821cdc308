package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;

/// Questions whose answer is one known code: a chain of integers, its signal exact in doubles.
final class ExactExamination implements Examination<ChainInstance> {

    private interface Questions {
        List<Question> of(ChainInstance instance);
    }

    private final Questions questions;

    private ExactExamination(Questions questions) {
        this.questions = questions;
    }

    /// Each layer on its own, `D_j z = rho_j^{-1}(x_{j-1})`.
    ///
    /// @param trueSparsity whether the solver is told norm0(x_j) in place of lambda_j
    static ExactExamination ofLayers(Solver.OfLayer solver, boolean trueSparsity, Accuracy accuracy) {
        return new ExactExamination(
                instance -> IntStream.rangeClosed(1, instance.problem().depth()).mapToObj(j -> {
                    Layer layer = instance.problem().layer(j);
                    SparseCode truth = instance.truth().code(j);
                    int sparsity = trueSparsity ? truth.sparsity() : layer.sparsityBudget();
                    return new Question(
                            Question.CALL.inLayer(j),
                            List.of(layer.dictionary().matrix()),
                            DoubleSignals.of(instance, j),
                            (signal, scale) -> Collections
                                    .singletonList(solver.code(layer.dictionary(), signal, sparsity)),
                            List.of(truth),
                            codes -> accuracy.claims(Question.CALL.inLayer(j), codes.get(0), truth));
                }).toList());
    }

    /// The whole chain at once.
    static ExactExamination ofChain(Solver.OfChain solver, Accuracy accuracy) {
        return new ExactExamination(instance -> List.of(new Question(
                Question.CALL,
                Examination.dictionaries(instance.problem().layers()),
                instance.problem().signal().nearest(),
                (signal, scale) -> solver.codes(instance.problem().layers(), signal),
                instance.truth().codes(),
                codes -> {
                    List<Claim> claims = new ArrayList<>();
                    for (int j = 1; j <= codes.size(); j++) {
                        claims.addAll(accuracy.claims(Question.CALL.inLayer(j), codes.get(j - 1),
                                instance.truth().code(j)));
                    }
                    return claims;
                })));
    }

    @Override
    public List<Layer> layers(ChainInstance instance) {
        return instance.problem().layers();
    }

    @Override
    public List<Hypothesis<ChainInstance>> hypotheses() {
        return List.of(DoubleSignals.hypothesis());
    }

    @Override
    public List<Question> questions(ChainInstance instance) {
        return questions.of(instance);
    }
}
