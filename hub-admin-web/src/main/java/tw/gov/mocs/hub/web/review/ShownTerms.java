package tw.gov.mocs.hub.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.ServicePeriod;

/**
 * What is granted, in the words of the page.
 *
 * @param period 服務使用起迄
 * @param addresses whence it may be used; from anywhere when empty
 * @param calls of a day; 0 for a file
 * @param rows of a day; 0 for a file
 * @param format of a file; null for a web service
 * @param estimatedRows of a file; null if not known
 * @param parts each service that was asked for, or each table of a file
 * @param differences what differs from what was asked, a sentence each
 */
public record ShownTerms(
    ServicePeriod period,
    List<String> addresses,
    int calls,
    long rows,
    @Nullable String format,
    @Nullable Long estimatedRows,
    List<Part> parts,
    List<String> differences) {

  /**
   * A service, or a table of a file.
   *
   * @param code of the service, or the table's name
   * @param name in the language of the page
   * @param outcome of the service; null for a table
   * @param returned labels of the fields
   * @param searchable labels of the fields
   * @param refused labels of those asked for and not returned
   * @param conditions which rows, a sentence each; all rows when empty
   * @param whole whether the whole table may be read
   */
  public record Part(
      String code,
      String name,
      @Nullable ApplicationStatus outcome,
      List<String> returned,
      List<String> searchable,
      List<String> refused,
      List<String> conditions,
      boolean whole) {}
}
