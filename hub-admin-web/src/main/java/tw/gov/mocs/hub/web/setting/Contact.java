package tw.gov.mocs.hub.web.setting;

import java.util.Locale;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.notice.ContactSettings;
import tw.gov.mocs.hub.setting.RuntimeSettings;

/** Where agencies ask, for the foot of every page. */
@Component("contact")
public final class Contact {

  private final RuntimeSettings settings;

  Contact(RuntimeSettings settings) {
    this.settings = settings;
  }

  /** What counts now. */
  public ContactSettings now() {
    return settings.current(ContactSettings.class);
  }

  /** 服務時間 in the language of the page. */
  public String hours(Locale locale) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return english ? now().hoursEn() : now().hours();
  }
}
