package org.deepsparse.instance.family;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;

/// A family of dictionaries together with the values of its parameters. Every record that implements it
/// checks them when it is made.
///
/// The parameters either determine the dictionary ([Determined]) or leave something to chance ([Drawn]). A
/// new family is one record that implements one of the two, and one line in [Families].
public sealed interface Family permits Determined, Drawn {

    /// m, the length of an atom.
    int rows();

    /// n, the number of atoms.
    int atoms();

    /// An upper bound of the nonzeros in an atom. A code of sparsity k becomes a vector of at most
    /// `k columnSparsity()` nonzeros.
    default int columnSparsity() {
        return rows();
    }

    /// The dictionary, or one of them: `random` decides what the parameters leave open.
    Dictionary dictionary(UniformRandomProvider random);

    /// Members with one smaller parameter, which is what a failing case is shrunk to.
    List<? extends Family> smaller();

    /// The name and the parameters in the order of the record, such as `packing(12,8,3)`. [Families#parse]
    /// reads it back.
    String text();
}
