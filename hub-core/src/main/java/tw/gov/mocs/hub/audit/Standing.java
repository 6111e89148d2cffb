package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/** Where in a call the person stands by whom it was found. */
public enum Standing {
  /** In its criteria alone: the call asked for the person, and was given nothing of him. */
  ASKED,
  /** In its answer alone. */
  ANSWERED,
  /** In both. */
  BOTH;

  static @Nullable Standing of(boolean asked, boolean answered) {
    if (asked) {
      return answered ? BOTH : ASKED;
    }
    return answered ? ANSWERED : null;
  }
}
