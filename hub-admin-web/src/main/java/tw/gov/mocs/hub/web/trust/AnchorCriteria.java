package tw.gov.mocs.hub.web.trust;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.Anchor;
import tw.gov.mocs.hub.web.layout.Criterion;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list of authorities as its address says them.
 *
 * @param text a part of a name, or the beginning of a number, as typed
 * @param kind only these; null for all
 * @param state only these; null for all
 * @param ends only those that end within so many days; null for all
 */
record AnchorCriteria(
    String text, Anchor.@Nullable Kind kind, @Nullable AnchorState state, @Nullable Integer ends) {

  /** Within how many days an authority can be looked for to end. */
  static final List<Integer> WITHINS = List.of(30, 60, 90, 365);

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"subject", "kind", "ends", "below"};

  static AnchorCriteria of(HttpServletRequest request) {
    return new AnchorCriteria(
        Criterion.words(request),
        Criterion.chosen(request, "kind", Anchor.Kind.values()),
        Criterion.chosen(request, "state", AnchorState.values()),
        WITHINS.stream()
            .filter(days -> days.toString().equals(request.getParameter("ends")))
            .findFirst()
            .orElse(null));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || kind != null || state != null || ends != null;
  }

  List<AnchorLine> found(Stream<AnchorLine> all, Instant now) {
    String lower = text.toLowerCase(Locale.ROOT);
    return all.filter(one -> kind == null || one.anchor().kind() == kind)
        .filter(one -> state == null || one.authority().state() == state)
        .filter(one -> ends == null || one.anchor().endsWithin(ends, now))
        .filter(one -> isMeant(one, lower))
        .toList();
  }

  static Comparator<AnchorLine> order(ListQuery query) {
    Comparator<AnchorLine> order =
        switch (query.sort()) {
          case "kind" -> comparing(one -> one.anchor().kind());
          case "ends" -> comparing(one -> one.authority().shown().until());
          case "below" -> comparing(AnchorLine::below);
          default -> comparing(one -> one.authority().shown().subject());
        };
    return order.thenComparing(one -> one.anchor().thumbprint());
  }

  private static boolean isMeant(AnchorLine one, String lower) {
    return one.authority().shown().subject().toLowerCase(Locale.ROOT).contains(lower)
        || one.authority().shown().issuer().toLowerCase(Locale.ROOT).contains(lower)
        || one.authority().shown().serial().toLowerCase(Locale.ROOT).startsWith(lower)
        || one.anchor().thumbprint().startsWith(lower.replace(" ", ""));
  }
}
