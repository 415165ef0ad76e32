package dev.canvelete.api.net;

import java.net.UnknownHostException;

/** A host has no address that may be dialled. */
public final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    RefusedAddressException(String message) {
        super(message);
    }
}
