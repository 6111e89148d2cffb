package tw.gov.mocs.hub.application;

/** 介接系統使用之對象: who uses the connecting system. */
public enum Audience {
  /** 公務同仁個人使用. */
  STAFF_PERSONAL("公務同仁個人使用"),
  /** 機關內部使用. */
  AGENCY_INTERNAL("機關內部使用"),
  /** 對外介接使用. */
  EXTERNAL("對外介接使用");

  private final String label;

  Audience(String label) {
    this.label = label;
  }

  /** As documents call it. */
  public String label() {
    return label;
  }
}
