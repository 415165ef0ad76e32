package dev.canvelete.server.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something takes. In JSON, {@code distribution} says which one it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "distribution")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Latency.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = Latency.Uniform.class, name = "uniform"),
    @JsonSubTypes.Type(value = Latency.Lognormal.class, name = "lognormal")
})
public sealed interface Latency {
    /** The longest: no sample is longer. */
    Duration LONGEST = Duration.ofHours(1);

    /** Whether it takes real time; otherwise it takes the service's, and advancing its clock cuts it short. */
    boolean real();

    /** One sample, up to {@link #LONGEST}. */
    Duration sample(RandomGenerator random);

    /** Always as long. */
    static Latency fixed(Duration time) {
        return new Fixed(time, false);
    }

    private static void check(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a duration from 0 to 1 h is right, not " + time);
        }
    }

    /** Always as long. */
    record Fixed(Duration time, boolean real) implements Latency {
        public Fixed {
            check(time);
        }

        @Override
        public Duration sample(RandomGenerator random) {
            return time;
        }
    }

    /** Any time between two, each as likely as another. */
    record Uniform(Duration min, Duration max, boolean real) implements Latency {
        public Uniform {
            check(min);
            check(max);
            if (max.compareTo(min) < 0) {
                throw new IllegalArgumentException("max: at least min is right");
            }
        }

        @Override
        public Duration sample(RandomGenerator random) {
            return min.plusNanos(random.nextLong(max.minus(min).toNanos() + 1));
        }
    }

    /**
     * Mostly about the median, seldom much longer, as networks and busy services are.
     *
     * @param sigma the standard deviation of the logarithm, 0 to 5
     */
    record Lognormal(Duration median, double sigma, boolean real) implements Latency {
        public Lognormal {
            check(median);
            if (!(sigma >= 0 && sigma <= 5)) {
                throw new IllegalArgumentException("sigma: 0 to 5 is right, not " + sigma);
            }
        }

        @Override
        public Duration sample(RandomGenerator random) {
            double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
            return Duration.ofNanos((long) Math.min(nanos, (double) LONGEST.toNanos()));
        }
    }
}
