package tw.gov.mocs.hub.web.apply;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.ContentFault;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.WizardProgress;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.web.apply.StepLink.State;

/** The seven steps as the page of one of them lists them. */
public final class StepList {

  private StepList() {}

  /**
   * The steps of a draft.
   *
   * @param progress of this draft
   * @param current the one that is shown
   */
  public static List<StepLink> of(Application draft, WizardProgress progress, WizardStep current) {
    return Arrays.stream(WizardStep.values())
        .map(
            step ->
                new StepLink(
                    step.number(),
                    titleKey(step, draft.content().method()),
                    href(step, draft, progress, current),
                    state(step, draft.content(), progress, current)))
        .toList();
  }

  /** The key of a step's name; that of step five differs with the method. */
  public static String titleKey(WizardStep step, @Nullable DeliveryMethod method) {
    String key = "apply.step." + step.number();
    if (step != WizardStep.REQUEST) {
      return key;
    }
    return key + (method == DeliveryMethod.ONE_TIME_FILE ? ".file" : ".services");
  }

  private static @Nullable String href(
      WizardStep step, Application draft, WizardProgress progress, WizardStep current) {
    boolean there =
        switch (step) {
          case DONE -> false;
          case CONFIRMATION -> progress.step() == WizardStep.CONFIRMATION;
          case REQUEST -> draft.content().method() != null;
          default -> true;
        };
    return there && step != current ? "/apply/" + draft.id() + "/" + step.number() : null;
  }

  private static State state(
      WizardStep step, ApplicationContent content, WizardProgress progress, WizardStep current) {
    if (step == current) {
      return State.CURRENT;
    }
    boolean given =
        switch (step) {
          case SYSTEM ->
              content.method() != null || !content.system().equals(ConnectingSystem.NONE);
          case REQUEST -> content.method() != null;
          case CONFIRMATION, DONE -> false;
          default -> true;
        };
    if (given && progress.faultsOf(step).isEmpty()) {
      return State.DONE;
    }
    if (step.compareTo(current) > 0) {
      return State.TODO;
    }
    return progress.faultsOf(step).stream().allMatch(ContentFault::isMissing)
        ? State.LACKING
        : State.MENDING;
  }
}
