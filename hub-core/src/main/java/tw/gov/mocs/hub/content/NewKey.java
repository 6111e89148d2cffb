package tw.gov.mocs.hub.content;

/** Receives the key that the database gave a new row. */
final class NewKey {

  private long id;

  long id() {
    return id;
  }

  /** Called by MyBatis. */
  void setId(long given) {
    id = given;
  }
}
