package dev.canvelete.server.artifact.s3;

import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Opens buckets, and says what is missing where one cannot be opened. */
final class BucketConnection {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** For the next bytes of an answer. */
    private static final Duration READ = Duration.ofSeconds(15);
    /** For an attempt, up to the first byte of what is fetched. */
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    /** For all attempts, of which there are three, and the waits between them. */
    private static final Duration CALL = Duration.ofSeconds(60);

    /** What stores that only speak as S3 does are signed for. */
    private static final Region ANY_REGION = Region.US_EAST_1;

    private BucketConnection() {}

    /** @param probe whether it can be used */
    static Bucket open(BucketUrl url, Probe probe) {
        Bucket bucket = new Bucket(client(url, credentials(url)), url.bucket());
        try {
            probe.of(bucket);
            return bucket;
        } catch (IOException e) {
            bucket.close();
            throw unusable(url, reason(e), e);
        }
    }

    private static AwsCredentialsProvider credentials(BucketUrl url) {
        AwsCredentialsProvider credentials =
                DefaultCredentialsProvider.builder().build();
        try {
            credentials.resolveCredentials();
            return credentials;
        } catch (SdkClientException e) {
            throw unusable(
                    url,
                    "there are no credentials for it; AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile (AWS_PROFILE)"
                            + " or the machine's role give them",
                    e);
        }
    }

    private static S3Client client(BucketUrl url, AwsCredentialsProvider credentials) {
        return S3Client.builder()
                .credentialsProvider(credentials)
                .region(region(url))
                .forcePathStyle(url.pathStyle())
                .applyMutation(builder -> url.endpoint().ifPresent(builder::endpointOverride))
                // Other stores do not know the newer checksums and framings.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ))
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .retryStrategy(RetryMode.STANDARD))
                .build();
    }

    private static Region region(BucketUrl url) {
        if (url.region().isPresent()) {
            return Region.of(url.region().get());
        }
        if (url.endpoint().isPresent()) {
            return ANY_REGION;
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw unusable(url, "its region is not known; say it with ?region=… or AWS_REGION", e);
        }
    }

    private static String reason(IOException problem) {
        if (!(problem.getCause() instanceof S3Exception answer)) {
            return "it cannot be reached (" + root(problem) + ")";
        }
        return switch (answer.statusCode()) {
            case 301, 307, 400 -> "the store refuses the request; perhaps the bucket is in another region";
            case 401, 403 -> "the credentials may not write to it";
            case 404 -> "there is no such bucket";
            default -> "the store answers " + answer.statusCode();
        };
    }

    private static Throwable root(Throwable problem) {
        Throwable cause = problem.getCause();
        return cause == null ? problem : root(cause);
    }

    private static IllegalStateException unusable(BucketUrl url, String reason, Exception cause) {
        return new IllegalStateException("artifacts: " + url + " cannot be used: " + reason, cause);
    }

    /** Tries whether a bucket can be used. */
    interface Probe {
        void of(Bucket bucket) throws IOException;
    }
}
