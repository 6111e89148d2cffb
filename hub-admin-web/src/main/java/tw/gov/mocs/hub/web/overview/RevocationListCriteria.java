package tw.gov.mocs.hub.web.overview;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.KnownList;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of the revocation lists that the hub keeps, as the address says them.
 *
 * @param text a part of the issuer's name, as typed
 * @param ends only those that are over within so many days, or are already; null for all
 */
record RevocationListCriteria(String text, @Nullable Integer ends) {

  /** The columns that the list can be sorted by; the one that ends first at the top. */
  static final String[] COLUMNS = {"ends", "issuer", "issued", "fetched"};

  /** Within how many days a list can be looked for to end; 0 for those that are over. */
  static final List<Integer> WITHINS = List.of(0, 7, 30, 60);

  static RevocationListCriteria of(HttpServletRequest request) {
    return new RevocationListCriteria(
        Criterion.words(request),
        WITHINS.stream()
            .filter(days -> days.toString().equals(request.getParameter("ends")))
            .findFirst()
            .orElse(null));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || ends != null;
  }

  List<KnownList> found(List<KnownList> all, Instant now) {
    return all.stream()
        .filter(one -> ends == null || one.endsWithin(ends, now))
        .filter(one -> Criterion.isIn(text, one.issuer()))
        .toList();
  }

  static Comparator<KnownList> order(String sort) {
    Comparator<KnownList> order =
        switch (sort) {
          case "issuer" -> comparing(KnownList::issuer);
          case "issued" -> comparing(KnownList::issuedAt);
          case "fetched" -> comparing(KnownList::fetchedAt);
          default -> comparing(KnownList::nextUpdate);
        };
    return order.thenComparing(KnownList::address);
  }
}
