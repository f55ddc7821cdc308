package org.deepsparse.properties;

import java.util.List;
import java.util.function.Function;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Broken;
import org.deepsparse.theorem.Check;
import org.deepsparse.theorem.Sharp;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;

/// A theorem with one thing wrong.
class Wrong<I> implements Check<I> {

    private final Theorem<I> right;

    Wrong(Theorem<I> right) {
        this.right = right;
    }

    @Override
    public List<Hypothesis<I>> hypotheses() {
        return right.hypotheses();
    }

    @Override
    public List<Claim> conclusion(I instance) {
        return right.conclusion(instance);
    }

    @Override
    public I instance(Recipe recipe) {
        return right.instance(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return right.sharp();
    }

    @Override
    public List<Broken> broken() {
        return right.broken();
    }

    /// The theorem with other bounds in the claims that compare numbers.
    ///
    /// @param bounds for an instance, the bound to put into a claim
    static <I> Check<I> withBounds(Theorem<I> theorem,
            Function<I, Function<Claim.AtMost, Interval>> bounds) {
        return new Wrong<>(theorem) {
            @Override
            public List<Claim> conclusion(I instance) {
                Function<Claim.AtMost, Interval> bound = bounds.apply(instance);
                return super.conclusion(instance).stream()
                        .<Claim>map(claim -> claim instanceof Claim.AtMost atMost
                                ? new Claim.AtMost(atMost.label(), atMost.measured(), bound.apply(atMost))
                                : claim)
                        .toList();
            }
        };
    }
}
