package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.application.ContentFault.Reason;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/** Where the wizard stands follows from what was filled in. */
class WizardTest {

  private static final ConnectingSystem SYSTEM = Samples.content().system();
  private static final Set<Audience> AUDIENCES = Set.of(Audience.EXTERNAL);

  @Test
  void beginsWithTheAgency() {
    assertThat(step(ApplicationContent.NONE)).isEqualTo(WizardStep.AGENCY);
  }

  @Test
  void thenAsksForTheSystem() {
    assertThat(step(content(ConnectingSystem.NONE, Set.of(), null))).isEqualTo(WizardStep.SYSTEM);
  }

  @Test
  void thenForItsUsers() {
    assertThat(step(content(SYSTEM, Set.of(), null))).isEqualTo(WizardStep.AUDIENCE);
  }

  @Test
  void thenForTheMethod() {
    assertThat(step(content(SYSTEM, AUDIENCES, null))).isEqualTo(WizardStep.METHOD);
  }

  @Test
  void passesASystemThatWasLeftOut() {
    assertThat(step(content(ConnectingSystem.NONE, AUDIENCES, null))).isEqualTo(WizardStep.METHOD);
  }

  @Test
  void comesBackToTheSystemOfAWebService() {
    assertThat(step(content(ConnectingSystem.NONE, AUDIENCES, DeliveryMethod.WEB_SERVICE)))
        .isEqualTo(WizardStep.SYSTEM);
  }

  @Test
  void thenForTheServicesOrTheConditions() {
    assertThat(step(content(SYSTEM, AUDIENCES, DeliveryMethod.WEB_SERVICE)))
        .isEqualTo(WizardStep.REQUEST);
    assertThat(step(Samples.fileContent(""))).isEqualTo(WizardStep.REQUEST);
  }

  @Test
  void endsWithTheConfirmationAndIsDoneOnceSubmitted() {
    assertThat(step(Samples.content())).isEqualTo(WizardStep.CONFIRMATION);
    assertThat(Samples.pending().progress(Samples.catalogue(), Samples.TODAY).step())
        .isEqualTo(WizardStep.DONE);
    assertThat(WizardStep.DONE.number()).isEqualTo(7);
  }

  @Test
  void namesFaultsByTheirStep() {
    WizardProgress progress =
        Samples.draft(content(ConnectingSystem.NONE, Set.of(), DeliveryMethod.WEB_SERVICE))
            .progress(Samples.catalogue(), Samples.TODAY);
    assertThat(progress.faultsOf(WizardStep.AUDIENCE))
        .containsExactly(new ContentFault("audiences", Reason.MISSING));
    assertThat(progress.faultsOf(WizardStep.SYSTEM)).hasSize(6);
    assertThat(progress.faultsOf(WizardStep.REQUEST))
        .containsExactly(new ContentFault("services", Reason.MISSING));
    assertThat(progress.faultsOf(WizardStep.AGENCY)).isEmpty();
  }

  @Test
  void aCopyLeavesOutWhatIsClosedOrGone() {
    ApplicationContent copied =
        Samples.content(
                Samples.YEAR,
                List.of(
                    new ServiceRequest(Samples.PERSONS, List.of("idNo", "salary"), "必需"),
                    ServiceRequest.whole(Samples.CODES, "")))
            .renewed(Samples.catalogue(ServiceStatus.CLOSED), Samples.TODAY);
    assertThat(copied.services())
        .containsExactly(new ServiceRequest(Samples.PERSONS, List.of("idNo"), "必需"));
    assertThat(copied.period()).isEqualTo(Samples.YEAR);
  }

  @Test
  void aCopyNeverAsksForAllBecauseNothingIsLeft() {
    ApplicationContent copied =
        Samples.content(
                Samples.YEAR, List.of(new ServiceRequest(Samples.PERSONS, List.of("gone"), "")))
            .renewed(Samples.catalogue(), Samples.TODAY);
    assertThat(copied.services()).isEmpty();
  }

  private static WizardStep step(ApplicationContent content) {
    return Samples.draft(content).progress(Samples.catalogue(), Samples.TODAY).step();
  }

  private static ApplicationContent content(
      ConnectingSystem system, Set<Audience> audiences, @Nullable DeliveryMethod method) {
    ApplicationContent full = Samples.content();
    return new ApplicationContent(
        full.contactName(),
        full.contactPhone(),
        full.contactMail(),
        full.period(),
        full.purpose(),
        full.legalBasis(),
        full.specificPurpose(),
        system,
        audiences,
        method,
        "",
        List.of());
  }
}
