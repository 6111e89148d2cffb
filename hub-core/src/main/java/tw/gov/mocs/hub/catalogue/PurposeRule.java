package tw.gov.mocs.hub.catalogue;

import java.util.regex.Pattern;

/** 案號或事由: what a call must say of its purpose, beside the rules for all calls. */
public enum PurposeRule {
  /** A case number or the reason in words. */
  ANY("."),
  /** It must hold a case number: four digits in a row at least. */
  CASE_NUMBER("[0-9]{4}");

  private final Pattern holds;

  PurposeRule(String holds) {
    this.holds = Pattern.compile(holds, Pattern.DOTALL);
  }

  /** Whether a purpose says enough. */
  public boolean isMetBy(String purpose) {
    return holds.matcher(purpose).find();
  }
}
