package tw.gov.mocs.hub.notice;

/** Where a notice stands. */
public enum NoticeState {
  /** To be sent, or to be tried again. */
  WAITING,
  /** Taken by the mail server. */
  SENT,
  /** Given up: too often refused, or its address is none. */
  FAILED
}
