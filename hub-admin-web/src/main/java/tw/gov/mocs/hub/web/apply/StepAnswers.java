package tw.gov.mocs.hub.web.apply;

import java.util.List;
import java.util.Set;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.WizardStep;

/**
 * What one page of the wizard asks: how its inputs and the content of a draft become each other.
 */
interface StepAnswers {

  /** The step that it is. */
  WizardStep step();

  /** The template of its inputs. */
  String view();

  /** The ids of its inputs, in their order on the page. */
  List<String> inputs();

  /** What stands in its inputs for this content. */
  Typed kept(ApplicationContent content);

  /** The content with what was typed; what is not asked here stays as it is. */
  Reading read(Typed typed, ApplicationContent before);

  /** The inputs that can only be kept together with this one, itself among them. */
  default Set<String> together(String input) {
    return Set.of(input);
  }

  /** The inputs of which nothing more needs to be said when this one cannot be read. */
  default Set<String> silences(String input) {
    return together(input);
  }
}
