package org.deepsparse.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.PrimitiveIterator;

/// The .npy format of NumPy, versions 1 to 3: one array of any number of axes, in either byte order, in C and
/// in Fortran order, of floats with 2, 4 and 8 bytes, integers with 1 to 8, and booleans.
///
/// All of these are widened to binary64 exactly; an integer that no binary64 number equals is an error.
/// Written are binary64 numbers, little endian, in C order.
///
/// A file is eight bytes of magic and version, the length of the header in two (version 1) or four bytes, the
/// header, and the entries without gaps.
///
/// @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
final class NpyFormat implements ArrayFormat.OfOneArray {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int VERSION_END = MAGIC.length + 2;

    /// NumPy's limit as well. A header of a plain type is a few hundred bytes.
    private static final int LONGEST_HEADER = 10_000;

    /// The first version that only Python 3 has written.
    private static final int OF_PYTHON_3 = 3;

    /// NumPy pads headers so that the entries start at a multiple of this.
    private static final int ALIGNMENT = 64;

    /// A multiple of every width.
    private static final int CHUNK = 1 << 16;

    @Override
    public NdArray read(String name, InputStream in, long length, EntryLimit limit) throws IOException {
        byte[] start = in.readNBytes(VERSION_END);
        if (start.length < VERSION_END || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
            throw new BadInput(name + ": is no .npy file");
        }
        int version = start[MAGIC.length];
        int minor = start[MAGIC.length + 1];
        if (version < 1 || version > OF_PYTHON_3 || minor != 0) {
            throw new BadInput(name + ": .npy version " + version + "." + minor + " is not known");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        ByteBuffer headerLength = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        in.readNBytes(headerLength.array(), 0, lengthBytes);
        long claimedHeader = headerLength.getInt(0) & 0xffff_ffffL;
        long behindLength = length - VERSION_END - lengthBytes;
        if (claimedHeader > behindLength) {
            throw new BadInput(
                    name + ": the header claims " + claimedHeader + " bytes but the file has " + length);
        }
        if (claimedHeader > LONGEST_HEADER) {
            throw new BadInput(name + ": the header has " + claimedHeader + " bytes but at most "
                    + LONGEST_HEADER + " are read");
        }
        String text = text(name, in.readNBytes((int) claimedHeader), version);
        NpyHeader header = NpyHeader.parse(name, text, version < OF_PYTHON_3);
        long[] sizes = header.sizes().stream().mapToLong(Long::longValue).toArray();
        Shape shape = Shape.claimed(name, limit, sizes);
        long claimed = (long) shape.entries() * header.type().width();
        if (claimed != behindLength - claimedHeader) {
            throw new BadInput(
                    name + ": the header claims " + shape + " with " + header.type().width() + " bytes each, "
                            + claimed + " bytes, but there are " + (behindLength - claimedHeader));
        }
        double[] entries = entries(name, in, header, shape);
        if (in.read() >= 0) {
            throw new BadInput(name + ": goes on behind its " + shape.entries() + " entries");
        }
        return NdArray.adopt(name, shape, entries);
    }

    /// Headers are Latin 1 up to version 2, and UTF-8 in version 3.
    private static String text(String name, byte[] header, int version) {
        Charset charset = version < OF_PYTHON_3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(header)).toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(name + ": the header is no UTF-8 text");
        }
    }

    private static double[] entries(String name, InputStream in, NpyHeader header, Shape shape)
            throws IOException {
        NpyType type = header.type();
        double[] entries = new double[shape.entries()];
        ByteBuffer data = ByteBuffer.allocate(CHUNK).order(header.byteOrder()).limit(0);
        PrimitiveIterator.OfInt columnMajor = shape.columnMajor();
        for (int k = 0; k < entries.length; k++) {
            if (!data.hasRemaining()) {
                int wanted = (int) Math.min(CHUNK, (long) (entries.length - k) * type.width());
                if (in.readNBytes(data.array(), 0, wanted) < wanted) {
                    throw new BadInput(name + ": ends before its " + shape.entries() + " entries do");
                }
                data.clear().limit(wanted);
            }
            int position = header.isColumnMajor() ? columnMajor.nextInt() : k;
            try {
                entries[position] = type.next(data);
            } catch (IllegalArgumentException e) {
                throw new BadInput(
                        name + ": entry " + shape.place(position) + " of " + shape + " is " + e.getMessage());
            }
        }
        return entries;
    }

    /// Writes version 1. A NaN keeps its bits.
    static void write(NdArray array, OutputStream out) throws IOException {
        String header = header(array);
        out.write(MAGIC);
        out.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >>> 8)});
        out.write(header.getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer data = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < array.size(); k++) {
            data.putDouble(array.entry(k));
            if (!data.hasRemaining() || k == array.size() - 1) {
                out.write(data.array(), 0, data.position());
                data.clear();
            }
        }
    }

    /// The number of bytes that are written for an array.
    static long length(NdArray array) {
        return VERSION_END + 2 + header(array).length() + (long) Double.BYTES * array.size();
    }

    /// At most a thousand characters, since there are at most 64 sizes.
    private static String header(NdArray array) {
        String header = NpyHeader.ofDoubles(array.shape());
        int unpadded = VERSION_END + 2 + header.length() + 1;
        return header + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
    }
}
