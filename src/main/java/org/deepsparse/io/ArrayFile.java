package org.deepsparse.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Reads and writes array files; the ending of a name says which format it has.
public final class ArrayFile {

    /// Every format that is read. A new one needs its class and a line here.
    private static final SequencedMap<String, ArrayFormat> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("npy", new NpyFormat());
        FORMATS.put("npz", new NpzFormat());
        FORMATS.put("mtx", new MatrixMarketFormat());
        FORMATS.put("csv", new CsvFormat());
        FORMATS.put("json", new JsonFormat());
    }

    private ArrayFile() {}

    /// Reads the one array that is meant. Others in the same file are not looked at.
    ///
    /// @throws BadInput if the file is missing, unreadable, of an unknown kind or not what it claims to be,
    ///     if there is no such key, or if the array has more entries than the limit; nothing of that size is
    ///     allocated then
    public static NdArray read(ArrayReference reference, EntryLimit limit) {
        return reading(reference.file(), format -> {
            List<String> keys = format.keys(reference.file());
            String key = NamedArrays.meant(reference.file().toString(), keys, reference.key());
            return format.read(reference.file(), key, limit);
        });
    }

    /// Reads all arrays of a file. The array of a format without keys has the key "".
    ///
    /// @param limit for all arrays together
    /// @throws BadInput as [#read], for any of the arrays
    public static NamedArrays readAll(Path file, EntryLimit limit) {
        return reading(file, format -> {
            Map<String, NdArray> arrays = new LinkedHashMap<>();
            long left = limit.entries();
            for (String key : format.keys(file)) {
                NdArray array = format.read(file, key, new EntryLimit(left));
                left -= array.size();
                arrays.put(key, array);
            }
            return NamedArrays.of(file.toString(), arrays);
        });
    }

    /// Writes an array as .npy: reading it back gives the same shape and the same bits.
    ///
    /// @throws BadInput if the name ends otherwise
    /// @throws IOException if the file cannot be written; it may be there in part
    public static void write(Path file, NdArray array) throws IOException {
        requireEnding(file, "npy");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            NpyFormat.write(array, out);
        }
    }

    /// Writes arrays as .npz: reading them back gives the same keys, shapes and bits. The same arrays give
    /// the same bytes, since nothing in the file depends on the time or the machine.
    ///
    /// @throws BadInput if the name ends otherwise
    /// @throws IOException if the file cannot be written; it may be there in part
    public static void write(Path file, NamedArrays arrays) throws IOException {
        requireEnding(file, "npz");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            NpzFormat.write(arrays, out);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T apply(ArrayFormat format) throws IOException;
    }

    private static <T> T reading(Path file, Reading<T> reading) {
        RegularFile.require(file);
        ArrayFormat format = FORMATS.get(ending(file));
        if (format == null) {
            String known = FORMATS.keySet().stream().map(ending -> "." + ending)
                    .collect(Collectors.joining(", "));
            throw new BadInput(file + ": unknown file ending; known: " + known);
        }
        try {
            return reading.apply(format);
        } catch (IOException e) {
            throw RegularFile.unreadable(file, e);
        }
    }

    private static String ending(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static void requireEnding(Path file, String needed) {
        if (!ending(file).equals(needed)) {
            throw new BadInput(file + ": the name of a file that is written must end with ." + needed);
        }
    }
}
