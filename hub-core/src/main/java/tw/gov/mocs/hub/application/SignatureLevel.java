package tw.gov.mocs.hub.application;

/** How strong the evidence of a submission is. */
public enum SignatureLevel {
  /** Level A: a CMS signature of the card over the statement; anybody can verify it. */
  CMS("憑證簽章（CMS） signed with the card"),
  /** Level B: the card answered a fresh handshake; the hub alone witnesses that. */
  HANDSHAKE("憑證重新連線，未附簽章 card shown in a connection, no signature");

  private final String label;

  SignatureLevel(String label) {
    this.label = label;
  }

  /** As receipts call it, in both languages. */
  public String label() {
    return label;
  }
}
