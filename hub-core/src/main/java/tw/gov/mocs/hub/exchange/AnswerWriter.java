package tw.gov.mocs.hub.exchange;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where an answer is written, row by row; the edge gives it its form and spools it. */
public interface AnswerWriter {

  /** Called once, before the first row. */
  void begin(AnswerHead head) throws IOException;

  /**
   * One row.
   *
   * @param values in the order of {@link AnswerHead#fields}, in the lexical form of XML Schema;
   *     null for an absent value; the array is used again for the next row
   */
  void row(@Nullable String[] values) throws IOException;

  /**
   * How many bytes were written so far, before any encryption; a page ends before it passes its
   * limit.
   */
  long bytes();

  /**
   * Called once, after the last row.
   *
   * @param nextPage the sealed token of the next page; null on the last
   * @return the SHA-256 digest of the complete answer Body in exclusive canonical form, as it
   *     leaves the hub: encrypted, if it is
   */
  byte[] end(@Nullable String nextPage) throws IOException;
}
