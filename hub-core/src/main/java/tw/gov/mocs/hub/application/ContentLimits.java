package tw.gov.mocs.hub.application;

/** How much each answer of an application may hold: UTF-16 units of a text, entries of a list. */
public final class ContentLimits {

  public static final int CONTACT_NAME = 60;
  public static final int CONTACT_PHONE = 40;
  public static final int CONTACT_MAIL = 254;

  /** 服務使用起迄: its last day lies within so many years of the day of the application. */
  public static final int PERIOD_YEARS = 10;

  /** Its first day lies at most so many years before the day of the application. */
  public static final int PERIOD_YEARS_BACK = 1;

  public static final int PURPOSE = 1_000;
  public static final int LEGAL_BASIS = 1_000;
  public static final int SPECIFIC_PURPOSE = 1_000;
  public static final int SYSTEM_LINE = 100;
  public static final int HOST_NAME = 253;
  public static final int ADDRESSES = 50;
  public static final int SPECIAL_CONDITIONS = 4_000;
  public static final int ATTACHMENTS = 5;
  public static final int ATTACHMENT_NAME = 255;
  public static final int SERVICES = 200;
  public static final int JUSTIFICATION = 1_000;
  public static final int TERMS_VERSION = 40;
  public static final int WITHDRAWAL_REASON = 1_000;

  /** Drafts that one card may have at once. */
  public static final int DRAFTS = 50;

  private ContentLimits() {}
}
