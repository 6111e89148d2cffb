package tw.gov.mocs.hub.delivery;

/** How far a one-time file is. */
public enum DeliveryStatus {
  /** 等待產製: it waits for a node. */
  QUEUED,
  /** 產製中: a node makes it. */
  RUNNING,
  /** 待下載: its agency may take it. */
  READY,
  /** 產製失敗, for good; it is started anew. */
  FAILED,
  /** 已取消. */
  CANCELLED,
  /** 已簽收: its agency has it; the hub no more. */
  RECEIVED,
  /** 逾期未取: deleted. */
  EXPIRED;

  /** Whether it is under way or waits to be taken. */
  public boolean open() {
    return this == QUEUED || this == RUNNING || this == READY;
  }
}
