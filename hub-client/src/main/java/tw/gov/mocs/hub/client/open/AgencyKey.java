package tw.gov.mocs.hub.client.open;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * A key of the agency, perhaps in a card.
 *
 * @param card what reaches the card; null for a key of a file
 */
record AgencyKey(PrivateKey key, X509Certificate certificate, @Nullable Provider card) {}
