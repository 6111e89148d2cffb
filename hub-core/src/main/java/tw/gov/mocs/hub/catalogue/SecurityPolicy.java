package tw.gov.mocs.hub.catalogue;

/**
 * Writes what the contract says of security (WS-SecurityPolicy 1.2): both sides sign Body,
 * Timestamp and any WS-Addressing header with the key of an X.509 certificate that goes along.
 */
final class SecurityPolicy {

  static final String ID = "SignedByBothSides";
  static final String ENCRYPTED_ID = "AnswerEncrypted";

  private static final String INCLUDE =
      "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702/IncludeToken/";

  private SecurityPolicy() {}

  /**
   * The policy of the bindings.
   *
   * @param encrypting whether any answer is encrypted
   */
  static void write(Markup out, boolean encrypting) {
    out.start("wsp:Policy", "wsu:Id", ID).start("wsp:ExactlyOne").start("wsp:All");
    out.start("sp:AsymmetricBinding").start("wsp:Policy");
    token(out, "sp:InitiatorToken", "AlwaysToRecipient");
    token(out, "sp:RecipientToken", "AlwaysToInitiator");
    // The suite for its SHA-256 digests. Its RSA-SHA1 signature no suite of the standard can
    // replace:
    // a client that is driven by the policy has to be told RSA-SHA256 (interop/cxf-policy).
    out.start("sp:AlgorithmSuite")
        .start("wsp:Policy")
        .empty("sp:Basic256Sha256")
        .end()
        .end()
        // Lax: the order of Timestamp, token and Signature is left to the stack that signs.
        .start("sp:Layout")
        .start("wsp:Policy")
        .empty("sp:Lax")
        .end()
        .end()
        .empty("sp:IncludeTimestamp");
    if (encrypting) {
      out.empty("sp:EncryptBeforeSigning");
    }
    out.empty("sp:OnlySignEntireHeadersAndBody").end().end();
    out.start("sp:SignedParts")
        .empty("sp:Body")
        .empty("sp:Header", "Namespace", "http://www.w3.org/2005/08/addressing")
        .end();
    out.start("sp:Wss10")
        .start("wsp:Policy")
        .empty("sp:MustSupportRefKeyIdentifier")
        .empty("sp:MustSupportRefIssuerSerial")
        .end()
        .end();
    out.end().end().end();
  }

  /** The policy of an answer whose Body is encrypted. */
  static void writeEncrypted(Markup out) {
    out.start("wsp:Policy", "wsu:Id", ENCRYPTED_ID)
        .start("wsp:ExactlyOne")
        .start("wsp:All")
        .start("sp:EncryptedParts")
        .empty("sp:Body")
        .end()
        .end()
        .end()
        .end();
  }

  private static void token(Markup out, String name, String include) {
    out.start(name)
        .start("wsp:Policy")
        .start("sp:X509Token", "sp:IncludeToken", INCLUDE + include)
        .start("wsp:Policy")
        .empty("sp:WssX509V3Token10")
        .end()
        .end()
        .end()
        .end();
  }
}
