package tw.gov.mocs.hub.database;

/** What the nodes keep in memory and must read anew when any node changes it. */
public enum ChangeTopic {
  /** Tables, fields, code lists and services. */
  CATALOGUE,
  /** Agencies, registered certificates and accounts. */
  AGENCY,
  /** Grants. */
  GRANT,
  /** Trust anchors and revocation sources. */
  TRUST,
  /** Settings that were changed while the hub runs. */
  SETTING
}
