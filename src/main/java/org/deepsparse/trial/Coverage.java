package org.deepsparse.trial;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.instance.Floor;
import org.deepsparse.theorem.Theorem;

/// What the random cases of a theorem were like, with the floors below which a green table would be an empty
/// one.
///
/// Shares are counted over the random cases that applied, and the first over all. Floors are enforced from
/// [#ENOUGH] cases on: below, chance decides.
///
/// @param shares the measured shares with the range each must lie in
/// @param cases number of cases counted
public record Coverage(List<Share> shares, int cases) {

    /// From this many cases on the floors count; every share is drawn several standard deviations inside its
    /// range.
    public static final int ENOUGH = 200;

    /// One share.
    ///
    /// @param label what is counted
    /// @param of what it is a share of, in words
    /// @param total how many cases that are
    public record Share(String label, String of, int count, int total, double least, double most) {

        public double value() {
            return total == 0 ? 0 : (double) count / total;
        }

        public boolean isMet() {
            return value() >= least && value() <= most;
        }
    }

    public Coverage {
        shares = List.copyOf(shares);
    }

    static Coverage of(Theorem<?> theorem, Tally tally) {
        boolean always = theorem.hypotheses().isEmpty();
        List<Share> shares = new ArrayList<>();
        shares.add(new Share("apply", "random cases", tally.applied(), tally.cases(), always ? 1 : 0.60,
                always ? 1 : 0.95));
        List<Floor> floors = theorem.cases().floors();
        for (int k = 0; k < floors.size(); k++) {
            Floor floor = floors.get(k);
            Tally.Kind kind = tally.kinds().get(k);
            shares.add(new Share(floor.label(), floor.of(), kind.count(), kind.among(), floor.least(), 1));
        }
        return new Coverage(shares, tally.cases());
    }

    public boolean isMet() {
        return cases < ENOUGH || shares.stream().allMatch(Share::isMet);
    }
}
