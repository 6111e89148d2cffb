package tw.gov.mocs.hub.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.web.odf.OdfText;

/**
 * A paper about one application, whatever its format.
 *
 * @param title its heading
 * @param number 申請案件號碼
 * @param agency 申請機關, in the head of the pages that follow the first
 * @param rows what stands in it, from the top
 * @param sealed whether it ends with the places for seal and signature
 * @param annex what stands on pages of its own behind it; null for nothing
 */
public record PrintedForm(
    String title,
    ApplicationNumber number,
    String agency,
    List<Row> rows,
    boolean sealed,
    @Nullable Annex annex) {

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

    /** Of one or two. */
    public static Row of(Entry... entries) {
      return new Row(List.of(entries));
    }

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

    /** Of what somebody typed. */
    public static Entry of(String label, String answer) {
      return new Entry(label, OdfText.lines(answer));
    }

    /** Copies the lines. */
    public Entry {
      lines = List.copyOf(lines);
    }
  }

  /** Copies the rows. */
  public PrintedForm {
    rows = List.copyOf(rows);
  }

  /** What stands in the head of the pages that follow the first. */
  public String head() {
    return NUMBER + "：" + number + "　" + AGENCY + "：" + agency;
  }

  /** Everything that is printed, for choosing fonts. */
  String text() {
    StringBuilder all = new StringBuilder(title + head() + SEAL + DESK + REMARKS);
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
