package tw.gov.mocs.hub.web.trust;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.RevocationAddress;
import tw.gov.mocs.hub.trust.RevocationAddress.Kind;
import tw.gov.mocs.hub.trust.RevocationAddress.State;
import tw.gov.mocs.hub.web.layout.Criterion;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list of revocation addresses as its own address says them.
 *
 * @param text a part of the issuer's name or of the address, as typed
 * @param kind only these; null for all
 * @param state only these; null for all
 */
record RevocationCriteria(String text, @Nullable Kind kind, @Nullable State state) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"issuer", "issued", "next", "entries"};

  static RevocationCriteria of(HttpServletRequest request) {
    return new RevocationCriteria(
        Criterion.words(request),
        Criterion.chosen(request, "kind", Kind.values()),
        Criterion.chosen(request, "state", State.values()));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || kind != null || state != null;
  }

  List<RevocationAddress> found(List<RevocationAddress> all, Instant now) {
    return all.stream()
        .filter(one -> kind == null || one.kind() == kind)
        .filter(one -> state == null || one.state(now) == state)
        .filter(one -> Criterion.isIn(text, one.issuer() + " " + one.address()))
        .toList();
  }

  static Comparator<RevocationAddress> order(ListQuery query) {
    Comparator<RevocationAddress> order =
        switch (query.sort()) {
          case "issued" -> comparing(RevocationAddress::issuedAt, nullsFirst(naturalOrder()));
          case "next" -> comparing(RevocationAddress::nextUpdate, nullsFirst(naturalOrder()));
          case "entries" -> comparing(RevocationAddress::entries, nullsFirst(naturalOrder()));
          default -> comparing(RevocationAddress::issuer);
        };
    return order.thenComparing(RevocationAddress::key);
  }
}
