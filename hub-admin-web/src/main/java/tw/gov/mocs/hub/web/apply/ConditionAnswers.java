package tw.gov.mocs.hub.web.apply;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.WizardStep;

/** 步驟五A：條件說明. Its files are kept apart, by {@link DraftFiles}. */
@Component
final class ConditionAnswers implements StepAnswers {

  @Override
  public WizardStep step() {
    return WizardStep.REQUEST;
  }

  @Override
  public String view() {
    return "apply/conditions";
  }

  @Override
  public List<String> inputs() {
    return List.of("attachments", "specialConditions");
  }

  @Override
  public Typed kept(ApplicationContent content) {
    return new Typed().put("specialConditions", content.specialConditions());
  }

  @Override
  public Reading read(Typed typed, ApplicationContent before) {
    return Reading.whole(
        ContentWith.conditions(before, typed.text("specialConditions"), before.attachments()));
  }
}
