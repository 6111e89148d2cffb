package tw.gov.mocs.hub.agency;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.CertificateUse;

/**
 * 未登記憑證清單: which of them a list shows; what is null or empty does not narrow it.
 *
 * @param text the beginning of an agency's code, of an OID, a card number, a serial number, a
 *     thumbprint or an address, or a part of an agency's name or of a subject
 * @param use that was shown for this
 * @param proposed whether it waits for a second person
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page
 */
public record SeenSearch(
    String text,
    @Nullable CertificateUse use,
    @Nullable Boolean proposed,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** By what the list is sorted. */
  public enum Sort {
    /** When it was shown last. */
    LAST,
    /** When it was shown first. */
    FIRST,
    /** How often it was shown. */
    TIMES,
    /** The code of the agency that it names. */
    AGENCY
  }
}
