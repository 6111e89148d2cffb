package tw.gov.mocs.hub.content;

/** The single pages of the portal. */
public enum PageKey {
  /** 服務說明. */
  SERVICE_GUIDE,
  /** 安裝說明. */
  INSTALLATION,
  /** 申請流程. */
  APPLICATION_PROCESS,
  /** 管理規範, to which an applicant agrees; the application keeps the version. */
  TERMS_OF_USE
}
