package tw.gov.mocs.hub.incident;

import java.util.regex.Pattern;

/** 錯誤回報代碼: eight digits, {@code 00000001}. */
public record IncidentNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9]{8}");

  /** Refuses any other form. */
  public IncidentNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an incident number has eight digits");
    }
  }

  /** The number of the {@code sequence}-th incident. */
  static IncidentNumber of(int sequence) {
    return new IncidentNumber("%08d".formatted(sequence));
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
