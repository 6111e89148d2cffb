package tw.gov.mocs.hub.trust;

/** What a registered certificate may be used for (憑證用途). */
public enum CertificateUse {
  /** 登入: a person's card at the portal. */
  LOGIN("登入 login"),
  /** 呼叫: signing the requests of a system. */
  CALL("呼叫 calls"),
  /** 加密: receiving encrypted answers and files. */
  ENCRYPTION("加密 encryption");

  private final String label;

  CertificateUse(String label) {
    this.label = label;
  }

  /** In Chinese and English, for texts that are signed. */
  public String label() {
    return label;
  }
}
