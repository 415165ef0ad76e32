package dev.canvelete.api.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "100::1"
            })
    void refusesAddressesThatAreNotPublic(String address) throws Exception {
        assertThat(AddressPolicy.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
        assertThat(AddressPolicy.ANY.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.0.0.1", "128.0.0.1",
                "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255",
                "2606:4700::1111", "2a00:1450::1", "2001:4860::8888", "::ffff:8.8.8.8"
            })
    void allowsPublicAddresses(String address) throws Exception {
        assertThat(AddressPolicy.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "2130706433", "::1", "::ffff:127.0.0.1", "8.8.8.8"})
    void allowsLoopbackInEverySpellingWhereItIsWanted(String address) throws Exception {
        assertThat(AddressPolicy.PUBLIC_AND_LOOPBACK.allows(InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "169.254.169.254", "::", "fd00::1", "::ffff:10.0.0.1"})
    void loopbackIsNoPrivateNetwork(String address) throws Exception {
        assertThat(AddressPolicy.PUBLIC_AND_LOOPBACK.allows(InetAddress.getByName(address)))
                .isFalse();
    }

    @Test
    void keepsOfAHostsAddressesThoseThatMayBeDialled() throws Exception {
        InetAddress inside = InetAddress.getByName("10.0.0.1");
        InetAddress outside = InetAddress.getByName("8.8.8.8");

        assertThat(AddressPolicy.PUBLIC.allowed(new InetAddress[] {inside, outside}))
                .containsExactly(outside);
        assertThatThrownBy(() -> AddressPolicy.PUBLIC.allowed(new InetAddress[] {inside}))
                .isInstanceOf(RefusedAddressException.class);
    }
}
