package tw.gov.mocs.hub.app.card;

/** Why the card did not do what it was asked. */
final class CardException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RetCode code;
  private final int lastError;

  CardException(RetCode code) {
    this(code, 0);
  }

  /**
   * With the reason behind it.
   *
   * @param lastError of {@link CardPin}, or 0
   */
  CardException(RetCode code, int lastError) {
    super(code.message());
    this.code = code;
    this.lastError = lastError;
  }

  RetCode code() {
    return code;
  }

  int lastError() {
    return lastError;
  }
}
