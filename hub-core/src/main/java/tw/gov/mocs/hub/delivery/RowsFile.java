package tw.gov.mocs.hub.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one table on their way into a file, UTF-8. */
interface RowsFile {

  /**
   * One row.
   *
   * @param values in the order of the fields, in the lexical form of XML Schema; null for an absent
   *     value
   */
  void row(@Nullable String[] values) throws IOException;

  /** After the last row; what lies beneath stays open. */
  void end() throws IOException;
}
