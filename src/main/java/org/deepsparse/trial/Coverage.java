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
    /// @param of how many cases it is a share of
    public record Share(String label, int count, int of, double least, double most) {

        public double value() {
            return of == 0 ? 0 : (double) count / of;
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
        shares.add(new Share("apply", tally.applied(), tally.cases(), always ? 1 : 0.60, always ? 1 : 0.95));
        List<Floor> floors = theorem.cases().floors();
        for (int k = 0; k < floors.size(); k++) {
            Tally.Kind kind = tally.kinds().get(k);
            shares.add(
                    new Share(floors.get(k).label(), kind.count(), kind.among(), floors.get(k).least(), 1));
        }
        return new Coverage(shares, tally.cases());
    }

    public boolean isMet() {
        return cases < ENOUGH || shares.stream().allMatch(Share::isMet);
    }
}
