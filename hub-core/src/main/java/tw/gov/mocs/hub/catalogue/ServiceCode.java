package tw.gov.mocs.hub.catalogue;

import java.util.regex.Pattern;

/** 服務代碼: {@code SQ_TA_001}; also the name of the SOAP operation. */
public record ServiceCode(String value) implements Comparable<ServiceCode> {

  private static final Pattern FORM = Pattern.compile("SQ_[A-Z]{2,3}_[0-9]{2,3}");

  /** Refuses any other form. */
  public ServiceCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a service code looks like SQ_TA_001");
    }
  }

  /** Whether the text has the form of a service code. */
  public static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(ServiceCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
