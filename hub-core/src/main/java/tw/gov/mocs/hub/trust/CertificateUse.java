package tw.gov.mocs.hub.trust;

/** What a registered certificate may be used for (憑證用途). */
public enum CertificateUse {
  /** 登入: a person's card at the portal. */
  LOGIN,
  /** 呼叫: signing the requests of a system. */
  CALL,
  /** 加密: receiving encrypted answers and files. */
  ENCRYPTION
}
