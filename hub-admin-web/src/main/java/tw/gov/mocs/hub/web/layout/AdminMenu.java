package tw.gov.mocs.hub.web.layout;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Role;

/** 資料交換管理: the pages of the administration, by role. Who may see them is not decided here. */
final class AdminMenu {

  private static final Set<Role> REVIEW = Set.of(Role.REVIEWER, Role.AUDITOR);

  private static final Set<Role> EVERYBODY =
      Set.of(Role.ADMINISTRATOR, Role.REVIEWER, Role.AUDITOR);

  private static final Set<Role> AUDIT = Set.of(Role.AUDITOR);
  private static final Set<Role> KEEP = Set.of(Role.ADMINISTRATOR);

  private record Item(String key, String path, Set<Role> roles) {}

  private static final List<Item> ITEMS =
      List.of(
          new Item("overview.title", "/admin", EVERYBODY),
          new Item("admin.reviews", "/admin/reviews", REVIEW),
          new Item("admin.grants", "/admin/grants", REVIEW),
          new Item("admin.deliveries", "/admin/deliveries", EVERYBODY),
          new Item("audit.calls.title", "/admin/audit/calls", AUDIT),
          new Item("audit.acts.title", "/admin/audit/acts", AUDIT),
          new Item("audit.strangers.title", "/admin/audit/strangers", AUDIT),
          new Item("audit.persons.title", "/admin/audit/persons", AUDIT),
          new Item("audit.usage.title", "/admin/audit/usage", AUDIT),
          new Item("audit.patterns.title", "/admin/audit/patterns", AUDIT),
          new Item("audit.verification.title", "/admin/audit/verification", AUDIT),
          new Item("admin.tables", "/admin/tables", KEEP),
          new Item("admin.codes", "/admin/codes", KEEP),
          new Item("admin.services", "/admin/services", EVERYBODY),
          new Item("admin.agencies", "/admin/agencies", KEEP),
          new Item("admin.certificates", "/admin/certificates", KEEP),
          new Item("admin.trust", "/admin/trust", KEEP),
          new Item("admin.accounts", "/admin/accounts", KEEP),
          new Item("admin.content", "/admin/content", KEEP),
          new Item("admin.incidents", "/admin/incidents", KEEP),
          new Item("admin.notices", "/admin/notices", KEEP),
          new Item("admin.settings", "/admin/settings", KEEP),
          new Item("admin.jobs", "/admin/jobs", KEEP));

  private AdminMenu() {}

  /** The items for a role; none for everybody else. */
  static List<NavItem> of(@Nullable Role role, String path) {
    return ITEMS.stream()
        .filter(item -> role != null && item.roles().contains(role))
        .map(item -> NavItem.of(item.key(), item.path(), path))
        .toList();
  }
}
