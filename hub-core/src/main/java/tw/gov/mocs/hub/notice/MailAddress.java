package tw.gov.mocs.hub.notice;

import java.util.regex.Pattern;
import tw.gov.mocs.hub.shared.Check;

/** 電子郵件: what the hub takes for a mail address that it can write to. */
public final class MailAddress {

  /** Characters of an address at most (RFC 5321 §4.5.3.1.3, less its brackets). */
  public static final int LONGEST = 254;

  /** As browsers check it (HTML, "valid e-mail address"): nothing in it ends a header line. */
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

  private MailAddress() {}

  /** Whether the text has the form of one. */
  public static boolean matches(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  /** The form, for settings. */
  static final class Form implements Check<String> {

    @Override
    public void check(String value) {
      if (!matches(value)) {
        throw new IllegalArgumentException("is no mail address: " + value);
      }
    }
  }
}
