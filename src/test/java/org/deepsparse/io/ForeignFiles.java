package org.deepsparse.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.function.Executable;

/// Files as other programs write them, or should not have written them.
final class ForeignFiles {

    private ForeignFiles() {}

    /// A .npy file of version 1 with this header and these data.
    static byte[] npy(String descr, boolean fortran, String shape, byte[] data) {
        return npy("{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False")
                + ", 'shape': (" + shape
                + "), }", data);
    }

    static byte[] npy(String header, byte[] data) {
        ByteBuffer buffer = ByteBuffer.allocate(11 + header.length() + data.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
        buffer.putShort((short) (header.length() + 1)).put(header.getBytes(StandardCharsets.ISO_8859_1));
        return buffer.put((byte) '\n').put(data).array();
    }

    static byte[] doubles(ByteOrder order, double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(order);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    /// A deflated archive: names and contents in turn.
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int k = 0; k < namesAndContents.length; k += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[k]));
                zip.write((byte[]) namesAndContents[k + 1]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The archive with another uncompressed size in the directory entry of its only file.
    static byte[] claimingSize(byte[] zip, int size) {
        byte[] lying = zip.clone();
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(text.indexOf("PK\u0001\u0002") + 24,
                size);
        return lying;
    }

    static NdArray read(ArrayFormat.OfOneArray format, byte[] bytes, EntryLimit limit) {
        try {
            return format.read("D", new ByteArrayInputStream(bytes), bytes.length, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertBadInput(String message, Executable executable) {
        assertEquals(message, assertThrows(BadInput.class, executable).getMessage());
    }
}
