package org.deepsparse.properties.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.VectorKernels;
import org.deepsparse.kernel.VectorWidth;

/// The vector kernels at a width of the machine that need not be the one in use.
///
/// The width is a constant of the classes, so each one gets classes of its own: defined anew by a loader that
/// asks its parent last, while the system property names the width.
record ForcedWidth(int bits) {

    static List<ForcedWidth> all() {
        return VectorWidth.choices().stream().map(ForcedWidth::new).toList();
    }

    int lanes() {
        return bits / Double.SIZE;
    }

    /// Guarded, because the property is one for all.
    KernelSet kernels() {
        synchronized (ForcedWidth.class) {
            String before = System.getProperty(VectorWidth.PROPERTY, "");
            System.setProperty(VectorWidth.PROPERTY, Integer.toString(bits));
            try {
                Class<?> kernels = Class.forName(VectorKernels.class.getName(), true, new KernelLoader());
                return (KernelSet) kernels.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("no vector kernels of " + this, e);
            } finally {
                System.setProperty(VectorWidth.PROPERTY, before);
            }
        }
    }

    @Override
    public String toString() {
        return bits + " bits";
    }

    /// Shares the contract with everybody, so that its kernels are a [KernelSet] to the tests, and nothing
    /// else of that package.
    private static final class KernelLoader extends ClassLoader {

        KernelLoader() {
            super(KernelSet.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean own = name.startsWith(KernelSet.class.getPackageName() + ".")
                    && !name.equals(KernelSet.class.getName());
            if (!own) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
