package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleApplications;

/** The demo's applications, made through their whole life. */
@OnEveryDatabase
class SampleApplicationsTest {

  private final Ministry first;
  private final Ministry second;
  private final SampleApplications samples;
  private final Catalogue catalogue;

  SampleApplicationsTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    first = new Ministry(core);
    second = new Ministry(core);
    samples = core.getBean(SampleApplications.class);
    catalogue = core.getBean(Catalogue.class);
  }

  @Test
  void grantsEverythingToOneAndOwnRowsToTheOther() {
    SampleApplications.Numbers numbers = samples.make(first.card, second.card, Quota.DEFAULT);
    Grant all = first.grants.find(numbers.agencyA()).orElseThrow();
    assertThat(all.services().keySet()).isEqualTo(catalogue.current().services().keySet());
    assertThat(first.applications.get(numbers.agencyA()).status())
        .isEqualTo(ApplicationStatus.APPROVED);
    ServiceGrant few =
        first
            .grants
            .find(numbers.agencyB())
            .flatMap(grant -> grant.find(new ServiceCode("SQ_TA_001")))
            .orElseThrow();
    assertThat(few.conditions())
        .containsExactly(
            new RowCondition(
                "agencyCode", RowCondition.Operator.EQUAL, List.of(RowCondition.OWN_AGENCY)));
  }

  @Test
  void makesThemOnlyOnce() {
    SampleApplications.Numbers numbers = samples.make(first.card, second.card, Quota.DEFAULT);
    assertThat(samples.make(first.card, second.card, Quota.DEFAULT)).isEqualTo(numbers);
  }
}
