package tw.gov.mocs.hub.application;

/** 授權 state. Expiry is a matter of the day and follows from the period. */
public enum GrantStatus {
  /** 使用中. */
  ACTIVE,
  /** 暫停; can be resumed. */
  SUSPENDED,
  /** 廢止; final. */
  REVOKED,
  /** 已到期; final. */
  EXPIRED
}
