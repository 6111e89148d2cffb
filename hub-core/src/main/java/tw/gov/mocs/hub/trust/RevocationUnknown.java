package tw.gov.mocs.hub.trust;

/** No usable answer about revocation, and why; the message goes to the log and the evidence. */
final class RevocationUnknown extends Exception {

  private static final long serialVersionUID = 1L;

  RevocationUnknown(String why) {
    super(why);
  }
}
