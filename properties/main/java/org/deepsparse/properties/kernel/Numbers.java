package org.deepsparse.properties.kernel;

import java.util.SplittableRandom;

/// Kinds of random doubles that kernels meet or may stumble over.
enum Numbers {
    GAUSSIAN {
        @Override
        double next(SplittableRandom random) {
            return random.nextGaussian();
        }
    },
    /// Sums of their products are exact in any order.
    INTEGERS {
        @Override
        double next(SplittableRandom random) {
            return random.nextInt(-99, 100);
        }
    },
    SIGNED_ZEROS {
        @Override
        double next(SplittableRandom random) {
            return signed(random, random.nextInt(4) == 0 ? 1 : 0);
        }
    },
    SUBNORMAL {
        @Override
        double next(SplittableRandom random) {
            return signed(random, random.nextLong(1L << 52) * Double.MIN_VALUE);
        }
    },
    /// Their products underflow, partly to 0.
    TINY {
        @Override
        double next(SplittableRandom random) {
            return Math.scalb(random.nextGaussian(), random.nextInt(-550, -500));
        }
    },
    /// Exponents so different that most terms vanish beside others.
    WIDE {
        @Override
        double next(SplittableRandom random) {
            return Math.scalb(random.nextGaussian(), random.nextInt(-300, 300));
        }
    },
    /// Their squares overflow, the sum of some hundred does not.
    HUGE {
        @Override
        double next(SplittableRandom random) {
            return signed(random, Math.scalb(1 + random.nextDouble(), random.nextInt(1000, 1014)));
        }
    },
    /// Any bits, of which one in 16 is an infinity, and one in 16 a NaN.
    ANY {
        @Override
        double next(SplittableRandom random) {
            return switch (random.nextInt(16)) {
                case 0 -> signed(random, Double.POSITIVE_INFINITY);
                case 1 -> Double.NaN;
                default -> Double.longBitsToDouble(random.nextLong());
            };
        }
    };

    abstract double next(SplittableRandom random);

    double[] draw(SplittableRandom random, int length) {
        return random.doubles(length).map(ignored -> next(random)).toArray();
    }

    private static double signed(SplittableRandom random, double magnitude) {
        return random.nextBoolean() ? magnitude : -magnitude;
    }
}
