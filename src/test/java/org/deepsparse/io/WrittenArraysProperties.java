package org.deepsparse.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What is written is read back: shapes, keys and every bit, those of NaN included.
class WrittenArraysProperties {

    @Property(seed = "1", tries = 1000)
    void anArrayComesBackBitForBit(@ForAll("arrays") NdArray array) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NpyFormat.write(array, bytes);
        assertEquals(NpyFormat.length(array), bytes.size());
        assertSame(array, ForeignFiles.read(new NpyFormat(), bytes.toByteArray(), EntryLimit.DEFAULT));
    }

    @Property(seed = "1", tries = 200)
    void namedArraysComeBackInTheirOrder(@ForAll("namedArrays") Map<String, NdArray> arrays)
            throws IOException {
        Path file = Files.createTempFile("arrays", ".npz");
        try {
            NamedArrays written = NamedArrays.of("written", arrays);
            ArrayFile.write(file, written);
            NamedArrays all = ArrayFile.readAll(file, EntryLimit.DEFAULT);
            assertEquals(written.keys(), all.keys());
            for (String key : written.keys()) {
                assertSame(written.array(key), all.array(key));
                ArrayReference reference = ArrayReference.parse(file + ":" + key);
                assertSame(written.array(key), ArrayFile.read(reference, EntryLimit.DEFAULT));
            }
        } finally {
            Files.delete(file);
        }
    }

    /// More entries than fit into one chunk, and not a multiple of it.
    @Example
    void aLargeArrayComesBack() throws IOException {
        double[] entries = new double[20_001];
        Arrays.setAll(entries, k -> 1 / (k + 1.0));
        anArrayComesBackBitForBit(NdArray.of("large", new int[] {3, 6667}, entries));
    }

    @Example
    void theSameArraysGiveTheSameBytes() throws IOException {
        NdArray array = NdArray.of("D", new int[] {2}, new double[] {1, 2});
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        NpzFormat.write(NamedArrays.of("a", Map.of("D", array)), first);
        NpzFormat.write(NamedArrays.of("b", Map.of("D", array)), second);
        assertArrayEquals(first.toByteArray(), second.toByteArray());
        // Local header 30 + 5, array 128 + 16, directory entry 46 + 5, end 22: there is no room for a time.
        assertEquals(35 + 144 + 51 + 22, first.size());
    }

    @Example
    void onlyTheRightEndingIsWritten() {
        NdArray array = NdArray.of("D", new int[0], new double[1]);
        ForeignFiles.assertBadInput("D.csv: the name of a file that is written must end with .npy",
                () -> ArrayFile.write(Path.of("D.csv"), array));
        ForeignFiles.assertBadInput("D.npy: the name of a file that is written must end with .npz",
                () -> ArrayFile.write(Path.of("D.npy"), NamedArrays.of("D", Map.of("D", array))));
    }

    private static void assertSame(NdArray expected, NdArray actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        assertArrayEquals(bits(expected), bits(actual));
    }

    private static long[] bits(NdArray array) {
        return Arrays.stream(array.entries()).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Provide
    Arbitrary<NdArray> arrays() {
        Arbitrary<int[]> shapes = Arbitraries.integers().between(0, 4).array(int[].class).ofMinSize(0)
                .ofMaxSize(5);
        return shapes.flatMap(shape -> Arbitraries.longs().array(long[].class)
                .ofSize(Arrays.stream(shape).reduce(1, (a, b) -> a * b))
                .map(bits -> NdArray.of("D", shape,
                        Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray())));
    }

    /// Keys with folders, colons, spaces, endings and letters of other alphabets; the empty key as well.
    @Provide
    Arbitrary<Map<String, NdArray>> namedArrays() {
        Arbitrary<String> keys = Arbitraries.of("a", "B", "/", ":", " ", ".npy", "\u00e9", "\ud83d\ude00")
                .list().ofMaxSize(5)
                .map(parts -> String.join("", parts));
        return keys.list().uniqueElements().ofMaxSize(4)
                .flatMap(names -> arrays().list().ofSize(names.size()).map(arrays -> {
                    Map<String, NdArray> named = new LinkedHashMap<>();
                    for (int k = 0; k < names.size(); k++) {
                        named.put(names.get(k), arrays.get(k));
                    }
                    return named;
                }));
    }
}
