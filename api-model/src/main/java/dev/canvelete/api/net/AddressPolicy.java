package dev.canvelete.api.net;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be dialled. After the registries of special-purpose addresses (RFC 6890 and its successors). Java
 * itself turns IPv4-mapped IPv6 addresses into IPv4 ones.
 *
 * <p>It must be asked where a client resolves names, about the very addresses that the client then dials: a name that was
 * checked earlier may have another address by then.
 */
public enum AddressPolicy {
    /** Those of the public Internet only. */
    PUBLIC,
    /** And this machine's loopback addresses. */
    PUBLIC_AND_LOOPBACK,
    /** Every address. */
    ANY;

    /** This network, private, shared, loopback, link-local, protocols, documentation, 6to4, tests, multicast, reserved. */
    private static final List<Block> REFUSED_V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All that is public lies in it; local addresses and NAT64 do not. */
    private static final Block PUBLIC_V6 = Block.of("2000::/3");

    /** Protocols (Teredo among them), documentation, 6to4, documentation again. */
    private static final List<Block> REFUSED_V6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private record Block(BigInteger prefix, int shift) {
        static Block of(String cidr) {
            int slash = cidr.indexOf('/');
            byte[] address = address(cidr.substring(0, slash));
            int shift = 8 * address.length - Integer.parseInt(cidr.substring(slash + 1));
            return new Block(new BigInteger(1, address).shiftRight(shift), shift);
        }

        private static byte[] address(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }

        boolean contains(BigInteger address) {
            return address.shiftRight(shift).equals(prefix);
        }
    }

    private static List<Block> blocks(String... cidrs) {
        return Stream.of(cidrs).map(Block::of).toList();
    }

    /** Whether an address may be dialled. */
    public boolean allows(InetAddress address) {
        return switch (this) {
            case PUBLIC -> isPublic(address);
            case PUBLIC_AND_LOOPBACK -> isPublic(address) || address.isLoopbackAddress();
            case ANY -> true;
        };
    }

    /**
     * Those of a host's addresses that may be dialled, in their order.
     *
     * @throws RefusedAddressException if there are none
     */
    public InetAddress[] allowed(InetAddress[] found) throws RefusedAddressException {
        InetAddress[] allowed = Arrays.stream(found).filter(this::allows).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new RefusedAddressException("addresses inside private networks are not dialled");
        }
        return allowed;
    }

    private static boolean isPublic(InetAddress address) {
        BigInteger number = new BigInteger(1, address.getAddress());
        return address instanceof Inet4Address
                ? none(REFUSED_V4, number)
                : PUBLIC_V6.contains(number) && none(REFUSED_V6, number);
    }

    private static boolean none(List<Block> blocks, BigInteger number) {
        return blocks.stream().noneMatch(block -> block.contains(number));
    }
}
