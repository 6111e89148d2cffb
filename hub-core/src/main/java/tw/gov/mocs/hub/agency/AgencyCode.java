package tw.gov.mocs.hub.agency;

import java.util.regex.Pattern;

/** 機關代碼: the code of an agency, 3 to 10 capital letters and digits. */
public record AgencyCode(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,10}");

  /** Refuses any other form. */
  public AgencyCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an agency code has 3 to 10 capital letters and digits");
    }
  }

  /** Whether the text has the form of one. */
  public static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
