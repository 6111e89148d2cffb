package tw.gov.mocs.hub.web.layout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Why nobody, or not this person, may do what a page is for, told in the place of its form. */
public final class Barred {

  private static final Set<ErrorCode> BY_PERSON =
      Set.of(
          ErrorCode.DUTIES_NOT_SEPARATE, ErrorCode.SECOND_PERSON_REQUIRED, ErrorCode.OWN_ACCOUNT);

  private Barred() {}

  /**
   * The sentence of what a check throws about the person; null if he may.
   *
   * @param also what else bars everybody
   * @throws HubException whatever else the check throws
   */
  public static @Nullable String by(Runnable check, Locale locale, ErrorCode... also) {
    try {
      check.run();
      return null;
    } catch (HubException refusal) {
      if (!BY_PERSON.contains(refusal.code()) && !List.of(also).contains(refusal.code())) {
        throw refusal;
      }
      return refusal.sentence(locale);
    }
  }
}
