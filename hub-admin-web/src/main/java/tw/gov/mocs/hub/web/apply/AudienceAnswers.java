package tw.gov.mocs.hub.web.apply;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.Audience;
import tw.gov.mocs.hub.application.WizardStep;

/** 步驟三：填寫介接系統使用之對象. */
@Component
final class AudienceAnswers implements StepAnswers {

  @Override
  public WizardStep step() {
    return WizardStep.AUDIENCE;
  }

  @Override
  public String view() {
    return "apply/audience";
  }

  @Override
  public List<String> inputs() {
    return List.of("audiences");
  }

  @Override
  public Typed kept(ApplicationContent content) {
    return new Typed().put("audiences", content.audiences().stream().map(Audience::name).toList());
  }

  @Override
  public Reading read(Typed typed, ApplicationContent before) {
    Set<Audience> chosen =
        Arrays.stream(Audience.values())
            .filter(audience -> typed.has("audiences", audience.name()))
            .collect(Collectors.toSet());
    return Reading.whole(ContentWith.audiences(before, chosen));
  }
}
