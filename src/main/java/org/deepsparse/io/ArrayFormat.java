package org.deepsparse.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One kind of array file: which arrays are in it, and each of them.
///
/// The keys are asked first and then one array is read, so that an array which nobody asks for costs nothing
/// and its faults are nobody's. Whatever is not exactly as the format demands is [BadInput]; [IOException] is
/// left to the caller, who knows the file.
interface ArrayFormat {

    /// The key of the only array in a format that has no keys.
    String NO_KEY = "";

    /// The keys of the arrays in the file, in its order.
    ///
    /// @throws BadInput if the file is not of this format, or has a key twice
    List<String> keys(Path file) throws IOException;

    /// The array of a key that is in [#keys].
    ///
    /// @throws BadInput if it is not exactly as promised, or has more entries than the limit
    NdArray read(Path file, String key, EntryLimit limit) throws IOException;

    /// A format of one array without a key, which is read in one go.
    interface OfOneArray extends ArrayFormat {

        /// @param name of the array, for messages
        /// @param length the number of bytes that there are: what a header claims is held against it
        NdArray read(String name, InputStream in, long length, EntryLimit limit) throws IOException;

        @Override
        default List<String> keys(Path file) {
            return List.of(NO_KEY);
        }

        @Override
        default NdArray read(Path file, String key, EntryLimit limit) throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return read(file.toString(), in, Files.size(file), limit);
            }
        }
    }
}
