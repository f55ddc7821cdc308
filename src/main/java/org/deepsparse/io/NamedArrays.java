package org.deepsparse.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Several arrays of one file by their keys, in the order of the file. Immutable.
public final class NamedArrays {

    /// How many keys a message lists before it only counts.
    private static final int LISTED = 20;

    private final String name;
    private final SequencedMap<String, NdArray> arrays;

    private NamedArrays(String name, SequencedMap<String, NdArray> arrays) {
        this.name = name;
        this.arrays = arrays;
    }

    /// Copies the map in, in its order.
    ///
    /// @param name the file, for messages
    public static NamedArrays of(String name, Map<String, NdArray> arrays) {
        return new NamedArrays(name, Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arrays)));
    }

    /// The keys, in the order of the file.
    public List<String> keys() {
        return List.copyOf(arrays.keySet());
    }

    /// The array of this key.
    ///
    /// @throws BadInput if there is none; the message lists the keys that exist
    public NdArray array(String key) {
        NdArray array = arrays.get(key);
        if (array == null) {
            throw unknown(name, keys(), key);
        }
        return array;
    }

    /// The key that is meant among those of a file: the one asked for, or the only one if none is asked for.
    ///
    /// @throws BadInput if there is no such key, or none is asked for and there is not exactly one
    static String meant(String name, List<String> keys, @Nullable String asked) {
        if (asked != null) {
            if (!keys.contains(asked)) {
                throw unknown(name, keys, asked);
            }
            return asked;
        }
        if (keys.size() != 1) {
            throw new BadInput(name + ": holds " + keys.size() + " arrays"
                    + (keys.isEmpty()
                            ? ""
                            : " but none is named, as in file:key; there are: " + listed(keys)));
        }
        return keys.getFirst();
    }

    private static BadInput unknown(String name, List<String> keys, String asked) {
        if (keys.equals(List.of(ArrayFormat.NO_KEY))) {
            return new BadInput(name + ": holds one array without a key, but the key " + Quoted.text(asked)
                    + " is asked for");
        }
        return new BadInput(name + ": holds no array " + Quoted.text(asked)
                + (keys.isEmpty() ? ", and no other" : "; there are: " + listed(keys)));
    }

    private static String listed(List<String> keys) {
        String listed = keys.stream().limit(LISTED).map(Quoted::text).collect(Collectors.joining(", "));
        return keys.size() <= LISTED ? listed : listed + " and " + (keys.size() - LISTED) + " more";
    }
}
