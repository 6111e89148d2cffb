package tw.gov.mocs.hub.web.audit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.Disclosure;

/**
 * For what data of a person were given: 案號或事由 of a call; of a one-time file, which names none, 介接用途
 * of its application.
 */
public final class GivenPurposes {

  private final Applications applications;
  private final Map<String, String> known = new HashMap<>();

  GivenPurposes(Applications applications) {
    this.applications = applications;
  }

  /** Of one record; null where its content was lost. */
  public @Nullable String of(Disclosure one) {
    String number = one.call().line().applicationNo();
    boolean isFile = CallLine.FILE.equals(one.call().line().service());
    return isFile && number != null && ApplicationNumber.matches(number)
        ? known.computeIfAbsent(number, this::ofApplication)
        : one.purpose();
  }

  private String ofApplication(String number) {
    return applications.get(new ApplicationNumber(number)).content().purpose();
  }
}
