package tw.gov.mocs.hub.application;

/** Where an application stands. */
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
  /**
   * 退回補正: a reviewer sent it back with a reason; its card edits and signs it anew, under the same
   * number.
   */
  RETURNED,
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

  /** Whether its agency may still take it back. */
  public boolean withdrawable() {
    return undecided() || this == RETURNED;
  }

  /** Whether its card may edit it. */
  public boolean editable() {
    return this == DRAFT || this == RETURNED;
  }
}
