package tw.gov.mocs.hub.app;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The roles of one process, as the command line names them: {@code ws}, {@code web}, {@code all}.
 */
enum Roles {
  WS(EnumSet.of(Role.WS)),
  WEB(EnumSet.of(Role.WEB)),
  ALL(EnumSet.allOf(Role.class));

  private final Set<Role> each;

  Roles(Set<Role> each) {
    this.each = each;
  }

  Set<Role> each() {
    return each;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
