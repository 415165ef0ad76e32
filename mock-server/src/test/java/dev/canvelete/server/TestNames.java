package dev.canvelete.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names below {@value #DOMAIN}, which a hostile owner of a domain has pointed where he likes; all others as usual. */
public final class TestNames extends InetAddressResolverProvider {
    static final String DOMAIN = ".canvelete.test";

    private static final Map<String, List<byte[]>> ADDRESSES = Map.of(
            "private", List.of(new byte[] {10, 1, 2, 3}),
            "metadata", List.of(new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254}),
            "unique-local", List.of(new byte[] {(byte) 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
            "both", List.of(new byte[] {10, 1, 2, 3}, new byte[] {127, 0, 0, 1}));

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (!host.endsWith(DOMAIN)) {
                    return usual.lookupByName(host, policy);
                }
                String name = host.substring(0, host.length() - DOMAIN.length());
                Stream.Builder<InetAddress> found = Stream.builder();
                for (byte[] address : ADDRESSES.get(name)) {
                    found.add(InetAddress.getByAddress(host, address));
                }
                return found.build();
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "names for tests";
    }
}
