package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.catalogue.Contract.Operation;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/** What stands in the contract of one application. */
class GrantedContractTest {

  @Test
  void holdsGrantedFieldsOnly() {
    Operation persons = operations(ServiceStatus.OPEN).get(1);
    assertThat(persons.service().code()).isEqualTo(Samples.PERSONS);
    assertThat(persons.returned()).contains("idNo", "fullName").doesNotContain("reason");
    assertThat(persons.searchable()).containsExactlyInAnyOrder("idNo", "agencyCode", "updatedAt");
  }

  @Test
  void leavesOutClosedServices() {
    assertThat(operations(ServiceStatus.CLOSED))
        .extracting(operation -> operation.service().code())
        .containsExactly(Samples.PERSONS);
  }

  private static List<Operation> operations(ServiceStatus codes) {
    GrantTerms terms = Samples.terms(Samples.unrestricted(), Samples.whole(Samples.CODES));
    Grant grant =
        new Grant(
            1,
            Samples.submission().number(),
            7,
            Samples.AGENCY,
            GrantStatus.ACTIVE,
            1,
            terms.period(),
            terms.addresses(),
            terms.quota(),
            terms.services());
    return GrantedContract.operations(grant, Samples.catalogue(codes));
  }
}
