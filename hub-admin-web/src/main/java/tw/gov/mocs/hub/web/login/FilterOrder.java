package tw.gov.mocs.hub.web.login;

/** The order of what stands before the pages. */
public final class FilterOrder {

  /** Sessions are read from the database. */
  static final int SESSIONS = -300;

  /** The connector that asks for certificates logs in. */
  static final int CARD_DOOR = -200;

  /** Forms are read, or refused before they are. */
  public static final int FORMS = -150;

  /** Who may see what; forged requests are refused. */
  static final int SECURITY = -100;

  /** A login whose certificate is no longer good ends. */
  static final int CARD_WATCH = -50;

  /** Pages that answer a form are led to. */
  public static final int ANSWERS = -40;

  private FilterOrder() {}
}
