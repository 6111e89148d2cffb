package tw.gov.mocs.hub.web.overview;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Role;

/**
 * One number of the overview.
 *
 * @param key of what it counts, in the messages
 * @param value how many
 * @param before how many the day before; null where that is not told
 * @param list where they stand
 * @param urgent whether more than none of them is a matter for today
 */
public record Figure(String key, long value, @Nullable Long before, Place list, boolean urgent) {

  /**
   * A list.
   *
   * @param path its address
   * @param roles whose list it is
   * @param role who looks at the figure
   */
  public record Place(String path, Set<Role> roles, Role role) {

    /** Whether who looks may see the list. */
    public boolean isSeen() {
      return roles.contains(role);
    }
  }

  Figure(String key, long value, Place list, boolean urgent) {
    this(key, value, null, list, urgent);
  }

  /** Whether it needs a look. */
  public boolean isWarning() {
    return urgent && value > 0;
  }
}
