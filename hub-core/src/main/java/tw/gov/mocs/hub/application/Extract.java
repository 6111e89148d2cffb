package tw.gov.mocs.hub.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 單次服務之檔案: what a one-time file shall hold, as a reviewer composed it.
 *
 * @param format of the file
 * @param estimatedRows how many rows that was when it was decided; null if the source did not say
 *     in time
 * @param tables what it holds of each table or service
 */
public record Extract(Format format, @Nullable Long estimatedRows, List<ExtractTable> tables) {

  /** Of what form a file is. */
  public enum Format {
    CSV,
    XML
  }

  /** Copies the tables. */
  public Extract {
    tables = List.copyOf(tables);
  }
}
