package tw.gov.mocs.hub.web.layout;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.web.login.CardHolder;

/** Names in the language of the page, and in which language they are. Templates: {@code @names}. */
@Component("names")
public final class Names {

  private static final String CHINESE = "zh-Hant-TW";

  private final Agencies agencies;

  /** With the names of the agencies. */
  public Names(Agencies agencies) {
    this.agencies = agencies;
  }

  /** What the page calls an agency. */
  public String of(Agency agency, Locale locale) {
    String english = agency.nameEn();
    return isEnglish(locale) && english != null ? english : agency.name();
  }

  /** What the page calls somebody who is logged in. */
  public String of(CardHolder holder, Locale locale) {
    Agency agency = agencyOf(holder);
    return agency == null ? holder.displayName() : of(agency, locale);
  }

  /** {@code zh-Hant-TW} where an English page names somebody in Chinese, else null. */
  public @Nullable String lang(CardHolder holder, Locale locale) {
    return isEnglish(locale) && of(holder, locale).equals(holder.displayName()) ? CHINESE : null;
  }

  /** The text of the page, or the Chinese one where nobody wrote another. */
  public String either(String chinese, String english, Locale locale) {
    return isEnglish(locale) && !english.isEmpty() ? english : chinese;
  }

  /** {@code zh-Hant-TW} where {@link #either} is Chinese on an English page, else null. */
  public @Nullable String lang(String english, Locale locale) {
    return isEnglish(locale) && english.isEmpty() ? CHINESE : null;
  }

  /** The agency whose card it is; null for an account, which has a name of its own. */
  private @Nullable Agency agencyOf(CardHolder holder) {
    Agency agency = holder.agencyId() == null ? null : agencies.get(holder.agencyId());
    return agency != null && Objects.equals(agency.name(), holder.displayName()) ? agency : null;
  }

  private static boolean isEnglish(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}
