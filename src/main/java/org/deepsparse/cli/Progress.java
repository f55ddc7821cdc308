package org.deepsparse.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A progress bar on stderr with the theorem and the time left; nothing unless stderr belongs to a terminal.
final class Progress implements AutoCloseable {

    private static final int REFRESH_MILLIS = 200;

    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static Progress of(long steps) {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        return new Progress(
                terminal && steps > 0
                        ? Optional.of(new ProgressBarBuilder()
                                .setInitialMax(steps)
                                .setStyle(ProgressBarStyle.ASCII)
                                .setUpdateIntervalMillis(REFRESH_MILLIS)
                                .setTaskName("verify")
                                .build())
                        : Optional.empty());
    }

    void now(String theorem) {
        bar.ifPresent(b -> b.setExtraMessage(theorem));
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
