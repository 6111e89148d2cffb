package tw.gov.mocs.hub.agency;

/** What is known of an agency, and how long it may be. */
public enum AgencyField {
  /** 機關代碼. */
  CODE(10),
  /** 機關名稱. */
  NAME(200),
  /** Its English name. */
  NAME_EN(200),
  /** The OID in its certificates. */
  OID(200),
  /** 聯絡人. */
  CONTACT_NAME(60),
  /** 聯絡電話. */
  CONTACT_PHONE(40),
  /** 電子郵件. */
  CONTACT_MAIL(254);

  private final int longest;

  AgencyField(int longest) {
    this.longest = longest;
  }

  /** UTF-16 units at most. */
  public int longest() {
    return longest;
  }

  /** Whether it is data of a person, whose content the log does not hold. */
  boolean isPersonal() {
    return this == CONTACT_NAME || this == CONTACT_PHONE || this == CONTACT_MAIL;
  }
}
