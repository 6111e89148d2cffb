package tw.gov.mocs.hub.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.content.ContentPage;

/**
 * 介接申請書: what stands in it, in the words and the order of the manual, whatever its format.
 *
 * @param number 申請案件號碼
 * @param agency 申請機關, in the head of the pages that follow the first
 * @param rows what was filled in, from the top
 * @param annex what stands on pages of its own behind it; null for nothing
 */
public record ApplicationForm(
    ApplicationNumber number, String agency, List<Row> rows, @Nullable Annex annex) {

  /** Its heading. */
  public static final String TITLE = "銓敘部 人事雲端服務平台資料交換服務申請表";

  static final String ISSUER = "銓敘部";
  static final String NUMBER = "申請案件號碼";
  static final String AGENCY = "申請機關";
  static final String SEAL = "申請機關/單位印信";
  static final String DESK = "審核窗口簽章";
  static final List<String> CONSENT = List.of("□ 同意", "□ 不同意");
  static final String REMARKS = "注意事項";
  static final List<String> REMARK_LINES = List.of("1. 提出申請後不得變更，若需異動請重新提出申請。");

  private static final int LONG_TEXT = 300;
  private static final int LONG_LIST = 10;

  /** One or two entries beside each other; a single one takes the whole width. */
  public record Row(List<Entry> entries) {

    /** Copies the entries. */
    public Row {
      entries = List.copyOf(entries);
    }

    /** Whether it may go on over pages. */
    public boolean isLong() {
      int letters =
          entries.stream().flatMap(entry -> entry.lines().stream()).mapToInt(String::length).sum();
      int lines = entries.stream().mapToInt(entry -> entry.lines().size()).max().orElse(0);
      return letters > LONG_TEXT || lines > LONG_LIST;
    }

    /** Whether its entry stands alone. */
    public boolean isWide() {
      return entries.size() == 1;
    }
  }

  /**
   * 附件.
   *
   * @param title its heading
   * @param lines its text
   */
  public record Annex(String title, List<String> lines) {

    /** Copies the lines. */
    public Annex {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One answer.
   *
   * @param label its heading
   * @param lines what was answered; one empty line if nothing
   */
  public record Entry(String label, List<String> lines) {

    /** Copies the lines. */
    public Entry {
      lines = List.copyOf(lines);
    }
  }

  /** Copies the rows. */
  public ApplicationForm {
    rows = List.copyOf(rows);
  }

  /**
   * The form of an application.
   *
   * @param application one that was submitted
   * @param agency whose it is
   * @param catalogue names the services and fields
   * @param attachments names of the files that were handed in with it
   * @param terms the version of the 管理規範 that was agreed to; null if that is not known
   * @throws IllegalArgumentException for a draft
   */
  public static ApplicationForm of(
      Application application,
      Agency agency,
      CatalogueSnapshot catalogue,
      List<String> attachments,
      @Nullable ContentPage terms) {
    return new FormAnswers(application, agency, catalogue, attachments, terms).form();
  }

  /** What stands in the head of the pages that follow the first. */
  public String head() {
    return NUMBER + "：" + number + "　" + AGENCY + "：" + agency;
  }

  /** Everything that is printed, for choosing fonts. */
  String text() {
    StringBuilder all = new StringBuilder(TITLE + head() + SEAL + DESK + REMARKS);
    if (annex != null) {
      all.append(annex.title());
      annex.lines().forEach(all::append);
    }
    CONSENT.forEach(all::append);
    REMARK_LINES.forEach(all::append);
    for (Row row : rows) {
      for (Entry entry : row.entries()) {
        all.append(entry.label());
        entry.lines().forEach(all::append);
      }
    }
    return all.toString();
  }
}
