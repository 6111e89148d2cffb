package tw.gov.mocs.hub.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whence a walk gets the rows of a chain. */
@FunctionalInterface
interface RowSource {

  /**
   * The rows from first to last, both included, in their order; fewer where some are missing.
   *
   * @return null when they cannot be had, and that was said already
   */
  @Nullable List<? extends ChainedRow> rows(long first, long last);
}
