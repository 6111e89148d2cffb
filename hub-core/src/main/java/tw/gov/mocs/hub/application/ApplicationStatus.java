package tw.gov.mocs.hub.application;

/**
 * Where an application stands. 退回補正 (sent back for correction) would lead from a review to DRAFT
 * once more; nothing here assumes that a number is given only to what never was a draft again.
 */
public enum ApplicationStatus {
  /** 草稿: the agency is still filling it in; it has no number and may leave anything out. */
  DRAFT,
  /** 尚未審核: submitted with its number, unchangeable, waiting for a reviewer. */
  PENDING,
  /**
   * 複審中: a reviewer granted what needs a second one's consent; nothing is in force. The agency sees
   * 尚未審核.
   */
  SECOND_REVIEW,
  /** 通過: everything asked for was granted. */
  APPROVED,
  /** 部分通過: something was granted, but less than was asked for. */
  PARTLY_APPROVED,
  /** 不通過: nothing was granted. */
  REJECTED,
  /** 已撤回: the agency took it back before it was decided. */
  WITHDRAWN;

  /** Whether it waits for a reviewer. */
  public boolean undecided() {
    return this == PENDING || this == SECOND_REVIEW;
  }
}
