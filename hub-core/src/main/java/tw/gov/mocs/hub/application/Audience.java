package tw.gov.mocs.hub.application;

/** 介接系統使用之對象: who uses the connecting system. */
public enum Audience {
  /** 公務同仁個人使用. */
  STAFF_PERSONAL,
  /** 機關內部使用. */
  AGENCY_INTERNAL,
  /** 對外介接使用. */
  EXTERNAL
}
