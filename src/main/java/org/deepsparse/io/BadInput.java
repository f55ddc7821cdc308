package org.deepsparse.io;

/// A file or argument that cannot be used: one line with what, where and both sizes. The command line ends
/// with exit code 2.
public final class BadInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }
}
