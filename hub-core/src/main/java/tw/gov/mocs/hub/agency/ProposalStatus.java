package tw.gov.mocs.hub.agency;

/** Where a proposed certificate stands; all but the first are final. */
public enum ProposalStatus {
  /** 待確認. */
  PROPOSED,
  /** 已確認: it is registered. */
  CONFIRMED,
  /** 不予確認, with a reason. */
  DECLINED,
  /** 已撤回 by its agency. */
  WITHDRAWN
}
