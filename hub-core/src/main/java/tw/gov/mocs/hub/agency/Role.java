package tw.gov.mocs.hub.agency;

/**
 * What an account may do (design of duties). An account has exactly one role, so that nobody
 * registers a certificate, decides an application and audits both.
 */
public enum Role {
  /** 機關使用者: the applications, calls and files of its own agency. */
  AGENCY_USER,
  /** 管理者: catalogue, agencies, certificates, content, settings; decides nothing. */
  ADMINISTRATOR,
  /** 審核人員: decides applications and extracts. */
  REVIEWER,
  /** 稽核人員: reads the log and the evidence; changes nothing. */
  AUDITOR
}
