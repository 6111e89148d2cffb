package tw.gov.mocs.hub.application;

import java.security.cert.X509Certificate;
import java.util.List;

/** What a card gave for a {@link SigningRequest}. */
public sealed interface CardSignature {

  /**
   * Level A.
   *
   * @param bytes a CMS SignedData over exactly the statement, attached or detached, BER or DER
   */
  record Cms(byte[] bytes) implements CardSignature {}

  /**
   * Level B: the certificates that were shown in a TLS handshake made for this nonce alone.
   *
   * @param chain the leaf first
   */
  record Handshake(List<X509Certificate> chain) implements CardSignature {

    /** Copies the chain. */
    public Handshake {
      chain = List.copyOf(chain);
    }
  }
}
