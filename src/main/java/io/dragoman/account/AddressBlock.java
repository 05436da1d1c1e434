package io.dragoman.account;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** What one caller is likely to hold of the addresses: an IPv4 address, or the /64 of an IPv6 one. */
final class AddressBlock {

    private static final int IPV4_BYTES = 4;

    private AddressBlock() {}

    /** The block of an address as a connection shows it; what is no address is a block of its own. */
    static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null ? address : of(bytes);
    }

    private static String of(byte[] bytes) {
        try {
            // An IPv4 address in IPv6's words becomes what it is; no name is looked up.
            InetAddress address = InetAddress.getByAddress(bytes);
            return address.getAddress().length == IPV4_BYTES
                    ? address.getHostAddress()
                    : "%016x/64".formatted(ByteBuffer.wrap(bytes).getLong());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
