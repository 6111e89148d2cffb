package tw.gov.mocs.hub.agency;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.CertificateUse;

/**
 * 憑證清單: which certificates a list shows; what is null or empty does not narrow it.
 *
 * @param text the beginning of an agency's code, of a card number, a serial number or a thumbprint,
 *     or a part of an agency's name or of a subject
 * @param use that may or shall be used for this
 * @param states in one of these
 * @param endsWithin in use or suspended, and over after so many days
 * @param sort by what
 * @param descending the greatest first
 * @param page from 1
 * @param size lines on a page
 */
public record CertificateSearch(
    String text,
    @Nullable CertificateUse use,
    Set<CertificateState> states,
    @Nullable Integer endsWithin,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** By what the list is sorted. */
  public enum Sort {
    /** 機關代碼. */
    AGENCY,
    /** When it ends. */
    ENDS,
    /** When it was confirmed or proposed. */
    SINCE,
    /** Where it stands. */
    STATE
  }

  /** Copies the states. */
  public CertificateSearch {
    states = Set.copyOf(states);
  }
}
