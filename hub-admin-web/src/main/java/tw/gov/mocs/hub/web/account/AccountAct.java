package tw.gov.mocs.hub.web.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tw.gov.mocs.hub.agency.AccountProfile;
import tw.gov.mocs.hub.agency.Role;

/** What can be done with an account; each has a page that asks once more. */
enum AccountAct {
  ROLE,
  CARD,
  DISABLE,
  ENABLE,
  CLOSE;

  /** Its name in an address and in the messages. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AccountAct named(String path) {
    return valueOf(path.toUpperCase(Locale.ROOT));
  }

  /** Whether it can be done; nobody but for a new card serves himself. */
  boolean fits(AccountProfile one, boolean own) {
    return switch (this) {
      case ROLE -> !own && one.account().role() != Role.AGENCY_USER;
      case CARD -> true;
      case DISABLE -> !own && !one.disabled();
      case ENABLE -> !own && one.disabled();
      case CLOSE -> !own;
    };
  }

  /** Whether an administrator may be none afterwards. */
  boolean mayEndAnAdministrator() {
    return this == ROLE || this == DISABLE || this == CLOSE;
  }

  static List<AccountAct> of(AccountProfile one, boolean own) {
    return Arrays.stream(values()).filter(act -> act.fits(one, own)).toList();
  }
}
