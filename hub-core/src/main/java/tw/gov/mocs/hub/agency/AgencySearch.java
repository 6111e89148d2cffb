package tw.gov.mocs.hub.agency;

import org.jspecify.annotations.Nullable;

/**
 * 機關清單: which agencies a list shows; what is empty does not narrow it.
 *
 * @param text the beginning of a code or of an OID, or a part of a name
 * @param suspended only these; all if null
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page
 */
public record AgencySearch(
    String text, @Nullable Boolean suspended, Sort sort, boolean descending, int page, int size) {

  /** Characters of a text. */
  public static final int LONGEST_TEXT = 100;

  /** By what the list is sorted. */
  public enum Sort {
    /** 機關代碼. */
    CODE,
    /** 機關名稱. */
    NAME,
    /** The OID; those without one last. */
    OID,
    /** Since when it is registered. */
    REGISTERED
  }
}
