package org.deepsparse.cli;

/// Runs a last action when the process is interrupted (Ctrl-C), unless disarmed before.
final class Interruption {

    private final Thread hook;

    Interruption(Runnable action) {
        hook = new Thread(action, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void disarm() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is shutting down: the hook is running, which is its purpose
        }
    }
}
