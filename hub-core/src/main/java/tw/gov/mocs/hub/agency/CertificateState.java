package tw.gov.mocs.hub.agency;

/** Where a certificate stands at the ministry. */
public enum CertificateState {
  /** 待確認: somebody proposed it. */
  PROPOSED,
  /** 使用中: it counts. */
  IN_USE,
  /** 暫停: it does not count for the time being. */
  SUSPENDED,
  /** 已到期: it has ended by itself. */
  EXPIRED,
  /** 終止使用: its use was ended, for good. */
  ENDED,
  /** 不予確認. */
  DECLINED,
  /** 已撤回: its agency took the proposal back. */
  RETRACTED
}
