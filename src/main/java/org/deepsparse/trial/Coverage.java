package org.deepsparse.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepsparse.instance.DrawnRecipe;
import org.deepsparse.instance.Floor;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorem;

/// What the random cases of a theorem were like, with the floors below which a green table would be an empty one.
///
/// A share is counted over random cases. Floors are enforced from [#ENOUGH] cases on: below, chance decides.
///
/// @param shares the measured shares with the range each must lie in
/// @param cases number of cases counted
public record Coverage(List<Share> shares, int cases) {

    /// From this many cases on the floors count; every share is drawn several standard deviations inside its range.
    public static final int ENOUGH = 200;

    /// @param label what is counted
    /// @param of how many cases it is a share of
    public record Share(String label, int count, int of, double least, double most) {

        public double value() {
            return of == 0 ? 0 : (double) count / of;
        }

        public boolean isMet() {
            return value() >= least && value() <= most;
        }
    }

    /// @param applied how many of the recipes met every hypothesis
    static Coverage of(Theorem<?> theorem, List<Recipe> recipes, int applied) {
        List<Share> shares = new ArrayList<>();
        boolean always = theorem.hypotheses().isEmpty();
        shares.add(new Share("apply", applied, recipes.size(), always ? 1 : 0.60, always ? 1 : 0.95));
        List<DrawnRecipe> drawn = recipes.stream()
                .flatMap(recipe -> recipe instanceof DrawnRecipe one ? Stream.of(one) : Stream.empty())
                .toList();
        for (Floor floor : theorem.cases().floors()) {
            List<DrawnRecipe> among = drawn.stream().filter(floor.among()).toList();
            int count = (int) among.stream().filter(floor.kind()).count();
            shares.add(new Share(floor.label(), count, among.size(), floor.least(), 1));
        }
        return new Coverage(List.copyOf(shares), recipes.size());
    }

    public boolean isMet() {
        return cases < ENOUGH || shares.stream().allMatch(Share::isMet);
    }
}
