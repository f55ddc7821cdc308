package org.deepsparse.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A progress bar on stderr with the theorem and the time left; nothing unless stderr belongs to a terminal.
final class Progress implements AutoCloseable {

    private static final int REFRESH_MILLIS = 200;

    /// The width of the terminal that stderr belongs to, 0 if to none; the launcher says it, a JVM cannot
    /// find out.
    private static final String COLUMNS = "deepsparse.columns";

    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static Progress of(long steps) {
        return of("verify", steps);
    }

    static Progress of(String task, long steps) {
        int columns = Integer.getInteger(COLUMNS, 0);
        return new Progress(
                columns > 0 && steps > 0
                        ? Optional.of(new ProgressBarBuilder()
                                .setInitialMax(steps)
                                .setStyle(ProgressBarStyle.ASCII)
                                .setUpdateIntervalMillis(REFRESH_MILLIS)
                                .setTaskName(task)
                                // without a width the library opens a terminal of its own, which takes Ctrl-C
                                // away from the shutdown hook
                                .setConsumer(new ConsoleProgressBarConsumer(System.err, columns))
                                .build())
                        : Optional.empty());
    }

    void now(String theorem) {
        bar.ifPresent(b -> b.setExtraMessage(theorem));
    }

    void stepTo(long step) {
        bar.ifPresent(b -> b.stepTo(step));
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
