package org.deepsparse.io;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The .npy format of NumPy, versions 1 to 3: floats of 4 and 8 bytes, integers of 1 to 8, booleans; either byte order, C and Fortran order, up to 2
/// dimensions. Floats and integers are widened exactly; an integer that no double equals is an error.
///
/// The length that the header claims is checked against the file before anything is allocated. **Source** NumPy, numpy.lib.format.
final class NpyFormat {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])([0-9]{1,3})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

    private NpyFormat() {}

    static DenseArray parse(String name, byte[] bytes) {
        if (bytes.length < 10 || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new BadInput(name + ": is no .npy file");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int version = bytes[6];
        if (version < 1 || version > 3) {
            throw new BadInput(name + ": .npy version " + version + " is not known");
        }
        int prefix = version == 1 ? 10 : 12;
        long headerLength = bytes.length < prefix
                ? Long.MAX_VALUE
                : version == 1 ? buffer.getShort(8) & 0xffff : buffer.getInt(8) & 0xffff_ffffL;
        if (headerLength > bytes.length - prefix) {
            throw new BadInput(name + ": the header claims " + headerLength + " bytes but the file has " + bytes.length);
        }
        String header = new String(bytes, prefix, (int) headerLength, StandardCharsets.UTF_8);
        int[] shape = shape(name, header);
        Matcher descr = find(name, header, DESCR, "descr of a plain numeric type");
        char kind = group(descr, 2).charAt(0);
        int width = Integer.parseInt(group(descr, 3));
        long claimed = claimedBytes(name, shape, width);
        int start = prefix + (int) headerLength;
        if (claimed != bytes.length - start) {
            throw new BadInput(name + ": the header claims " + Arrays.toString(shape) + " entries of " + width + " bytes, " + claimed
                    + " bytes, but the file holds " + (bytes.length - start));
        }
        ByteBuffer data = buffer.slice(start, (int) claimed)
                .order(group(descr, 1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        IntToDoubleFunction entry = reader(name, data, kind, width);
        double[] entries = new double[(int) (claimed / width)];
        boolean fortran = group(find(name, header, ORDER, "fortran_order"), 1).equals("True") && shape.length == 2;
        for (int k = 0; k < entries.length; k++) {
            entries[k] = entry.applyAsDouble(fortran ? k % shape[1] * shape[0] + k / shape[1] : k);
        }
        return new DenseArray(name, shape, entries);
    }

    private static int[] shape(String name, String header) {
        String list = group(find(name, header, SHAPE, "shape"), 1).strip();
        String[] parts = list.isEmpty() ? new String[0] : list.replaceFirst(",\\s*$", "").split(",", -1);
        if (parts.length < 1 || parts.length > 2) {
            throw new BadInput(name + ": the array has " + parts.length + " dimensions but 1 or 2 are needed");
        }
        int[] shape = new int[parts.length];
        for (int d = 0; d < parts.length; d++) {
            try {
                shape[d] = Integer.parseInt(parts[d].strip());
            } catch (NumberFormatException e) {
                shape[d] = -1;
            }
            if (shape[d] < 0) {
                throw new BadInput(name + ": the shape (" + list + ") is not usable");
            }
        }
        return shape;
    }

    private static long claimedBytes(String name, int[] shape, int width) {
        BigInteger claimed = BigInteger.valueOf(width);
        for (int size : shape) {
            claimed = claimed.multiply(BigInteger.valueOf(size));
        }
        if (claimed.bitLength() > 62) {
            throw new BadInput(name + ": the header claims " + claimed + " bytes");
        }
        return claimed.longValueExact();
    }

    private static IntToDoubleFunction reader(String name, ByteBuffer data, char kind, int width) {
        String type = "" + kind + width;
        return switch (type) {
            case "f8" -> k -> data.getDouble(8 * k);
            case "f4" -> k -> data.getFloat(4 * k);
            case "b1" -> k -> data.get(k) == 0 ? 0 : 1;
            case "i1" -> k -> data.get(k);
            case "u1" -> k -> data.get(k) & 0xff;
            case "i2" -> k -> data.getShort(2 * k);
            case "u2" -> k -> data.getShort(2 * k) & 0xffff;
            case "i4" -> k -> data.getInt(4 * k);
            case "u4" -> k -> data.getInt(4 * k) & 0xffff_ffffL;
            case "i8" -> k -> exact(name, k, BigInteger.valueOf(data.getLong(8 * k)));
            case "u8" -> k -> exact(name, k, new BigInteger(Long.toUnsignedString(data.getLong(8 * k))));
            default ->
                throw new BadInput(name + ": entries of type '" + type + "' are not supported; known: f4, f8, i1 to i8, u1 to u8, bool");
        };
    }

    private static double exact(String name, int index, BigInteger value) {
        double nearest = value.doubleValue();
        if (!new BigDecimal(nearest).toBigInteger().equals(value)) {
            throw new BadInput(name + ": the integer " + value + " at position " + index + " is no binary64 number");
        }
        return nearest;
    }

    private static Matcher find(String name, String header, Pattern pattern, String what) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new BadInput(name + ": the header has no " + what);
        }
        return matcher;
    }

    private static String group(Matcher matcher, int index) {
        String group = matcher.group(index);
        return group == null ? "" : group;
    }
}
