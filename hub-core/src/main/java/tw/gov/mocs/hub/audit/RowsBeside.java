package tw.gov.mocs.hub.audit;

import java.util.List;

/** What is compared with the rows of a chain while a walk goes along them. */
@FunctionalInterface
interface RowsBeside {

  /** Compares nothing. */
  RowsBeside NOTHING = (first, last, fitting) -> {};

  /**
   * Compares a few rows.
   *
   * @param first where they begin
   * @param last where they end
   * @param fitting those between, both included, that fit, in their order
   */
  void compare(long first, long last, List<ChainedRow> fitting);
}
