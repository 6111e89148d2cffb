package tw.gov.mocs.hub.application;

import java.util.regex.Pattern;

/** 申請案號: kind, ROC year and five digits, {@code APSQ11500001}. */
public record ApplicationNumber(String value) {

  private static final Pattern FORM = Pattern.compile("AP[SF]Q[0-9]{8}");

  /** Refuses any other form. */
  public ApplicationNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an application number looks like APSQ11500001");
    }
  }

  /**
   * The number of the {@code sequence}-th application of its kind in its year.
   *
   * @throws IllegalArgumentException when the five digits do not suffice
   */
  public static ApplicationNumber of(DeliveryMethod method, int rocYear, int sequence) {
    if (sequence < 1 || sequence > 99_999) {
      throw new IllegalArgumentException("five digits hold 1 to 99999, not " + sequence);
    }
    return new ApplicationNumber("%s%03d%05d".formatted(method.prefix(), rocYear, sequence));
  }

  /** Whether the text has the form of an application number. */
  public static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
