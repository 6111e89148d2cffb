package tw.gov.mocs.hub.application;

import java.util.List;
import java.util.Map;

/**
 * Where the wizard stands with an application.
 *
 * @param step the first one that is not done: where it goes on
 * @param faults what must still be mended, by the step in which it is; only steps that have some
 */
public record WizardProgress(WizardStep step, Map<WizardStep, List<ContentFault>> faults) {

  /** Copies the faults. */
  public WizardProgress {
    faults = Map.copyOf(faults);
  }

  /** What is wrong in one step. */
  public List<ContentFault> faultsOf(WizardStep which) {
    return faults.getOrDefault(which, List.of());
  }
}
