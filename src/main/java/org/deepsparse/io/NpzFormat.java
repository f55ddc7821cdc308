package org.deepsparse.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The .npz format of NumPy: a zip archive, stored or deflated, with one .npy file for each array. The key is
/// the name of that file without `.npy`.
///
/// Only the directory of the archive and the array that is asked for are read. The size of an array is
/// decided by its header before it is decompressed, must be the size that the directory claims, and must be
/// the size that comes out; at last the checksum must fit.
///
/// @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.savez.html">numpy.savez</a>
final class NpzFormat implements ArrayFormat {

    private static final String SUFFIX = ".npy";

    /// Written files shall not tell when they were written. The earliest time that an archive can hold, a
    /// month before, will not do: [ZipEntry] takes it for an earlier one, and adds it in universal time,
    /// which depends on the zone.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final NpyFormat NPY = new NpyFormat();

    @Override
    public List<String> keys(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            return List.copyOf(entries(file, zip).keySet());
        }
    }

    @Override
    public NdArray read(Path file, String key, EntryLimit limit) throws IOException {
        String name = file + ":" + Quoted.visible(key);
        try (ZipFile zip = open(file)) {
            ZipEntry entry = entries(file, zip).get(key);
            InputStream data = entry == null ? null : zip.getInputStream(entry);
            if (entry == null || data == null) {
                throw new IllegalArgumentException(name + ": holds no such array");
            }
            CRC32 checksum = new CRC32();
            NdArray array;
            try (InputStream in = new CheckedInputStream(data, checksum)) {
                array = NPY.read(name, in, entry.getSize(), limit);
            }
            if (checksum.getValue() != entry.getCrc()) {
                throw new BadInput(name + ": the checksum is " + Long.toHexString(checksum.getValue())
                        + " but the archive says " + Long.toHexString(entry.getCrc()));
            }
            return array;
        } catch (ZipException e) {
            throw new BadInput(name + ": cannot be decompressed (" + e.getMessage() + ")");
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BadInput(file + ": is no .npz file (" + e.getMessage() + ")");
        }
    }

    private static SequencedMap<String, ZipEntry> entries(Path file, ZipFile zip) {
        SequencedMap<String, ZipEntry> entries = new LinkedHashMap<>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            String name = entry.getName();
            String key = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
            if (entries.put(key, entry) != null) {
                throw new BadInput(file + ": has the key " + Quoted.text(key) + " twice");
            }
        });
        return entries;
    }

    /// Writes stored entries, as numpy.savez does: how a number deflates depends on the library that does it.
    static void write(NamedArrays arrays, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (String key : arrays.keys()) {
            NdArray array = arrays.array(key);
            CheckedOutputStream dryRun = new CheckedOutputStream(OutputStream.nullOutputStream(),
                    new CRC32());
            NpyFormat.write(array, dryRun);
            ZipEntry entry = new ZipEntry(key + SUFFIX);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(NpyFormat.length(array));
            entry.setCrc(dryRun.getChecksum().getValue());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            NpyFormat.write(array, zip);
            zip.closeEntry();
        }
        zip.finish();
    }
}
