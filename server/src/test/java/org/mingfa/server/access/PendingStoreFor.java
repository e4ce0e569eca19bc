package org.mingfa.server.access;

import org.mingfa.server.access.store.PendingStore;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store with other settings than the server's. */
record PendingStoreFor(JdbcClient jdbc, AccessSettings settings) {

    PendingStore store() {
        try {
            return BeanUtils.instantiateClass(PendingStore.class.getDeclaredConstructor(JdbcClient.class, AccessSettings.class), jdbc, settings);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
