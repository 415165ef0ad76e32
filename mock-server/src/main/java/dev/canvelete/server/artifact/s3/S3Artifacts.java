package dev.canvelete.server.artifact.s3;

import dev.canvelete.server.artifact.Artifact;
import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.artifact.Digests;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files in a bucket. S3 cannot remove an object unless somebody used it meanwhile, so a use is an object of its own, called
 * after the file's digest and the time of the use by the service's clock: {@code <digest>/<milliseconds>}. A use of a file
 * that is there copies it within the bucket and then removes the older uses; whoever removes a file removes the uses that
 * it knows of, and leaves the ones that came since. Objects with other names are nobody's here, and left alone.
 */
public final class S3Artifacts implements ArtifactStore {
    /** Uses so close together are noted once. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    /** How young a file stays, whatever the retention says: some use may not be noted because of {@link #GRAIN}. */
    private static final Duration YOUTH = GRAIN.multipliedBy(2);

    /** How often to look again when others change a file at the same time. */
    private static final int TRIES = 3;

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})/(\\d{13})");
    private static final byte[] SOMETHING = {1};

    private final Bucket bucket;
    private final String prefix;
    private final InstantSource clock;

    private S3Artifacts(Bucket bucket, String prefix, InstantSource clock) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.clock = clock;
    }

    /**
     * The files in that bucket, which must be there, with credentials as the AWS SDK finds them.
     *
     * @throws IllegalStateException saying what is missing, if the bucket cannot be written
     */
    public static S3Artifacts open(BucketUrl url, InstantSource clock) {
        return new S3Artifacts(BucketConnection.open(url, bucket -> probe(bucket, url.prefix())), url.prefix(), clock);
    }

    @Override
    public void probe() throws IOException {
        probe(bucket, prefix);
    }

    private static void probe(Bucket bucket, String prefix) throws IOException {
        bucket.put(prefix + "probe", SOMETHING);
    }

    @Override
    public String write(byte[] bytes) throws IOException {
        String digest = Digests.sha256(bytes);
        if (!touch(digest)) {
            bucket.put(key(digest, clock.instant()), bytes);
        }
        return digest;
    }

    @Override
    public boolean touch(String digest) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            List<Use> uses = uses(digest);
            if (uses.isEmpty()) {
                return false;
            }
            Use latest = uses.getLast();
            Instant now = clock.instant();
            if (latest.at().plus(GRAIN).isAfter(now)) {
                return true;
            }
            if (bucket.copy(latest.key(), key(digest, now))) {
                remove(uses);
                return true;
            }
        }
        return false;
    }

    private void remove(List<Use> uses) throws IOException {
        for (Use use : uses) {
            bucket.delete(use.key());
        }
    }

    @Override
    public Optional<Artifact> find(String digest) throws IOException {
        List<Use> uses = uses(digest);
        return uses.isEmpty() ? Optional.empty() : Optional.of(new S3Artifact(uses.getLast()));
    }

    @Override
    public List<Entry> entries() throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        for (Bucket.StoredObject object : bucket.list(prefix)) {
            use(object)
                    .ifPresent(use -> entries.merge(
                            use.digest(), new Entry(use.digest(), use.size(), use.at()), S3Artifacts::together));
        }
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::usedAt))
                .toList();
    }

    private static Entry together(Entry a, Entry b) {
        return new Entry(a.digest(), a.size() + b.size(), a.usedAt().isAfter(b.usedAt()) ? a.usedAt() : b.usedAt());
    }

    @Override
    public void remove(Entry entry) throws IOException {
        if (!entry.usedAt().plus(YOUTH).isAfter(clock.instant())) {
            remove(uses(entry.digest()).stream()
                    .filter(use -> !use.at().isAfter(entry.usedAt()))
                    .toList());
        }
    }

    /** What is known of a file, the latest use last. */
    private List<Use> uses(String digest) throws IOException {
        if (!Digests.isDigest(digest)) {
            throw new IllegalArgumentException("a digest is 64 hex digits");
        }
        return bucket.list(prefix + digest + "/").stream()
                .flatMap(object -> use(object).stream())
                .sorted(Comparator.comparing(Use::at))
                .toList();
    }

    private Optional<Use> use(Bucket.StoredObject object) {
        Matcher name = NAME.matcher(object.key().substring(prefix.length()));
        return name.matches()
                ? Optional.of(new Use(
                        name.group(1),
                        Instant.ofEpochMilli(Long.parseLong(name.group(2))),
                        object.size(),
                        object.key()))
                : Optional.empty();
    }

    private String key(String digest, Instant at) {
        return prefix + digest + "/" + at.toEpochMilli();
    }

    @Override
    public void close() {
        bucket.close();
    }

    private record Use(String digest, Instant at, long size, String key) {}

    private final class S3Artifact implements Artifact {
        private final Use found;

        S3Artifact(Use found) {
            this.found = found;
        }

        @Override
        public String digest() {
            return found.digest();
        }

        @Override
        public long size() {
            return found.size();
        }

        @Override
        public void copyTo(OutputStream out, long first, long length) throws IOException {
            List<Use> uses = List.of(found);
            for (int i = 0; i < TRIES && !uses.isEmpty(); i++) {
                if (length == 0 || bucket.copyTo(out, uses.getLast().key(), first, length)) {
                    return;
                }
                // Noted as used under another name since it was found.
                uses = uses(digest());
            }
            throw new FileNotFoundException("a finished file was removed while it was sent");
        }
    }
}
