package tw.gov.mocs.hub.trust;

/** No usable answer about revocation, and why; the message goes to the log and the evidence. */
final class RevocationUnknown extends Exception {

  private static final long serialVersionUID = 1L;

  private final RevocationFailure failure;

  RevocationUnknown(RevocationFailure failure, String why) {
    super(why);
    this.failure = failure;
  }

  RevocationFailure failure() {
    return failure;
  }
}
