package tw.gov.mocs.hub.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AccountProfile;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the list of accounts as its address says them; accounts are few.
 *
 * @param text a part of a name, as typed
 * @param role of this role; null for all
 * @param state {@code enabled}, {@code disabled} or {@code closed}; null for all
 */
record AccountCriteria(String text, @Nullable Role role, @Nullable String state) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"name", "role", "created"};

  /** What an account can be. */
  static final List<String> STATES = List.of("enabled", "disabled", "closed");

  private static final int LONGEST_TEXT = 100;

  /** Its state, as the criterion and the messages name it. */
  static String state(AccountProfile one) {
    if (one.closedAt() != null) {
      return "closed";
    }
    return one.disabled() ? "disabled" : "enabled";
  }

  static AccountCriteria of(HttpServletRequest request) {
    String typed = request.getParameter("q");
    String text = typed == null ? "" : typed.strip();
    String state = request.getParameter("state");
    return new AccountCriteria(
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
        Arrays.stream(Role.values())
            .filter(one -> one.name().equals(request.getParameter("role")))
            .findFirst()
            .orElse(null),
        state != null && STATES.contains(state) ? state : null);
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || role != null || state != null;
  }

  Page<AccountProfile> page(List<AccountProfile> all, ListQuery query) {
    List<AccountProfile> found = found(all, query);
    List<AccountProfile> shown =
        found.stream().skip((query.page() - 1L) * query.size()).limit(query.size()).toList();
    return new Page<>(shown, query.page(), query.size(), found.size());
  }

  List<AccountProfile> found(List<AccountProfile> all, ListQuery query) {
    Comparator<AccountProfile> order =
        switch (query.sort()) {
          case "role" -> Comparator.comparing(one -> one.account().role());
          case "created" -> Comparator.comparing(AccountProfile::createdAt);
          default -> Comparator.comparing(one -> one.account().name());
        };
    return all.stream()
        .filter(this::fits)
        .sorted(query.descending() ? order.reversed() : order)
        .toList();
  }

  private boolean fits(AccountProfile one) {
    String words = (one.account().name() + " " + one.account().displayName());
    return words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
        && (role == null || one.account().role() == role)
        && (state == null || state(one).equals(state));
  }
}
