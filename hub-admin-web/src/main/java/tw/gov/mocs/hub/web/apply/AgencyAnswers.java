package tw.gov.mocs.hub.web.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.apply.Reading.Unreadable;
import tw.gov.mocs.hub.web.layout.RocDay;

/** 步驟一：填寫機關基本資料. */
@Component
final class AgencyAnswers implements StepAnswers {

  private static final Set<String> PERIOD = Set.of("from", "to");

  @Override
  public WizardStep step() {
    return WizardStep.AGENCY;
  }

  @Override
  public String view() {
    return "apply/agency";
  }

  @Override
  public List<String> inputs() {
    return List.of(
        "contactName",
        "contactPhone",
        "contactMail",
        "from",
        "to",
        "purpose",
        "legalBasis",
        "specificPurpose");
  }

  @Override
  public Typed kept(ApplicationContent content) {
    ServicePeriod period = content.period();
    return new Typed()
        .put("contactName", content.contactName())
        .put("contactPhone", content.contactPhone())
        .put("contactMail", content.contactMail())
        .put("from", period == null ? "" : new RocDate(period.from()).toString())
        .put("to", period == null ? "" : new RocDate(period.to()).toString())
        .put("purpose", content.purpose())
        .put("legalBasis", content.legalBasis())
        .put("specificPurpose", content.specificPurpose());
  }

  @Override
  public Reading read(Typed typed, ApplicationContent before) {
    List<Unreadable> unreadable = new ArrayList<>();
    LocalDate from = day(typed, "from", unreadable);
    LocalDate to = day(typed, "to", unreadable);
    ServicePeriod period = before.period();
    if (from != null && to != null) {
      if (to.isBefore(from)) {
        unreadable.add(new Unreadable("to", "apply.period.backwards"));
      } else {
        period = new ServicePeriod(from, to);
      }
    } else if (unreadable.isEmpty()) {
      if (from == null && to == null) {
        period = null;
      } else {
        unreadable.add(new Unreadable(from == null ? "from" : "to", "apply.period.half"));
      }
    }
    return new Reading(ContentWith.agency(before, typed, period), unreadable);
  }

  @Override
  public Set<String> together(String input) {
    return PERIOD.contains(input) ? PERIOD : Set.of(input);
  }

  private static @Nullable LocalDate day(Typed typed, String field, List<Unreadable> unreadable) {
    RocDay day = RocDay.of(typed.text(field));
    if (day.isUnread()) {
      String why =
          switch (day.wrong()) {
            case RocDay.NONE -> "none";
            case RocDay.WESTERN -> "western";
            default -> "unreadable";
          };
      unreadable.add(new Unreadable(field, "apply.period." + why + "." + field, day.told()));
    }
    return day.day();
  }
}
