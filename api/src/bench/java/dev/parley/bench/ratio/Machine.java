package dev.parley.bench.ratio;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The machine on which is measured. */
public final class Machine {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private Machine() {}

    public static String describe() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s; %d cores, %.0f GiB, %s %s, JDK %s",
                LocalDate.now(ZoneOffset.UTC),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / GIB,
                system.getName(),
                system.getArch(),
                Runtime.version());
    }
}
