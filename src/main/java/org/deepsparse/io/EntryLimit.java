package org.deepsparse.io;

/// How many entries an array may have. Readers check a claimed size against it before they allocate anything.
///
/// @param entries from 0 to [#MOST]
public record EntryLimit(long entries) {

    /// The longest array that every Java virtual machine can make.
    public static final int MOST = Integer.MAX_VALUE - 8;

    /// 2^28 entries, which are 2 GiB.
    public static final EntryLimit DEFAULT = new EntryLimit(1L << 28);

    /// @throws IllegalArgumentException if the number is not in 0..[#MOST]
    public EntryLimit {
        if (entries < 0 || entries > MOST) {
            throw new IllegalArgumentException(
                    "the limit is " + entries + " entries but it must be in 0.." + MOST);
        }
    }
}
