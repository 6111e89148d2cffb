package tw.gov.mocs.hub.notice;

/** What a notice tells; its texts stand in {@code notices*.properties} beside this class. */
public enum NoticeKind {
  /** 已收件: an application was submitted. */
  APPLICATION_SUBMITTED,
  /** 通過. */
  APPLICATION_APPROVED,
  /** 部分通過. */
  APPLICATION_PARTLY_APPROVED,
  /** 不通過. */
  APPLICATION_REJECTED,
  /** 退回補正, with the last day for it. */
  APPLICATION_RETURNED,
  /** 授權暫停. */
  GRANT_SUSPENDED,
  /** 授權恢復使用. */
  GRANT_RESUMED,
  /** 授權廢止. */
  GRANT_REVOKED,
  /** 授權展延, with the new last day. */
  GRANT_EXTENDED,
  /** 單次服務檔案可下載, with the last day for it. */
  DELIVERY_READY,
  /** 准予重新下載, with the last day for it. */
  DELIVERY_REISSUED,
  /** 單次服務檔案即將刪除. */
  DELIVERY_ENDING,
  /** 錯誤回報已收件. */
  INCIDENT_RECEIVED,
  /** 錯誤回報已回復. */
  INCIDENT_ANSWERED,
  /** 錯誤回報已結案. */
  INCIDENT_CLOSED,
  /** 錯誤回報已指派, to the administrator who has it in hand now. */
  INCIDENT_ASSIGNED,
  /** 服務將停止提供, with the first day of that. */
  SERVICE_CLOSING,
  /** 服務停止提供. */
  SERVICE_CLOSED,
  /** 服務照常提供: its announced closing was taken back. */
  SERVICE_KEPT,
  /** 服務開放. */
  SERVICE_OPENED,
  /** 憑證即將到期. */
  CERTIFICATE_ENDING,
  /** 授權即將到期. */
  GRANT_ENDING
}
