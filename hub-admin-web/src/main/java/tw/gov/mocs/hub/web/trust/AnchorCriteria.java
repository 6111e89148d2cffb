package tw.gov.mocs.hub.web.trust;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.Anchor;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list of authorities as its address says them.
 *
 * @param text a part of a name, or the beginning of a number, as typed
 * @param kind only these; null for all
 * @param state only these; null for all
 */
record AnchorCriteria(String text, Anchor.@Nullable Kind kind, @Nullable AnchorState state) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"subject", "kind", "ends", "below"};

  private static final int LONGEST_TEXT = 100;

  static AnchorCriteria of(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    return new AnchorCriteria(
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
        chosen(Anchor.Kind.values(), request.getParameter("kind")),
        chosen(AnchorState.values(), request.getParameter("state")));
  }

  static <E extends Enum<E>> @Nullable E chosen(E[] all, @Nullable String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || kind != null || state != null;
  }

  List<AnchorLine> found(Stream<AnchorLine> all) {
    String lower = text.toLowerCase(Locale.ROOT);
    return all.filter(one -> kind == null || one.anchor().kind() == kind)
        .filter(one -> state == null || one.authority().state() == state)
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
