package tw.gov.mocs.hub.web.apply;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.WizardStep;

/** 步驟四：資料交換服務提供方式. */
@Component
final class MethodAnswers implements StepAnswers {

  @Override
  public WizardStep step() {
    return WizardStep.METHOD;
  }

  @Override
  public String view() {
    return "apply/method";
  }

  @Override
  public List<String> inputs() {
    return List.of("method");
  }

  @Override
  public Typed kept(ApplicationContent content) {
    DeliveryMethod method = content.method();
    return new Typed().put("method", method == null ? "" : method.name());
  }

  @Override
  public Reading read(Typed typed, ApplicationContent before) {
    DeliveryMethod chosen =
        Arrays.stream(DeliveryMethod.values())
            .filter(method -> typed.has("method", method.name()))
            .findFirst()
            .orElse(null);
    return Reading.whole(ContentWith.method(before, chosen));
  }
}
