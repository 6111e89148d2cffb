package tw.gov.mocs.hub.trust;

/** Why no usable answer about revocation came, as a page tells it. */
public enum RevocationFailure {
  /** No connection. */
  UNREACHABLE,
  /** No answer in time. */
  TIME_OUT,
  /** An answer that says it failed. */
  STATUS,
  /** More bytes than the settings allow. */
  TOO_LARGE,
  /** A file that is missing or may not be read. */
  FILE,
  /** Neither a revocation list nor an answer. */
  UNREADABLE,
  /** With parts that the hub does not understand wholly. */
  NOT_UNDERSTOOD,
  /** Signed with something too weak. */
  WEAK,
  /** Signed by none whom the hub knows for it. */
  NOT_SIGNED,
  /** Of another issuer, or about another certificate. */
  OTHER_ISSUER,
  /** Made later than now. */
  FUTURE,
  /** Older than what the hub has. */
  OLDER
}
