package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.Extract.Format;
import tw.gov.mocs.hub.application.RowCondition.Operator;
import tw.gov.mocs.hub.catalogue.GrantedFields;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

@OnEveryDatabase
class GrantedUseTest {

  private final Ministry ministry;
  private final GrantedFields granted;
  private final GrantedServices services;

  GrantedUseTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    ministry = new Ministry(core);
    granted = core.getBean(GrantedFields.class);
    services = core.getBean(GrantedServices.class);
  }

  @Test
  void countsAGrantOfAServiceOnceForItsTable() {
    long before = of(granted.count().tables(), "COM_CODE");
    ministry.granted();
    assertThat(of(granted.count().tables(), "COM_CODE")).isEqualTo(before + 1);
  }

  @Test
  void countsTheFieldsAndConditionsOfAFileUntilItsGrantIsRevoked() {
    long returned = of(granted.count().fields(), "TA_CURRENT_STAFF.idNo");
    long condition = of(granted.count().fields(), "TA_CURRENT_STAFF.agencyCode");
    ExtractTable staff =
        new ExtractTable(
            "TA_CURRENT_STAFF",
            List.of("idNo"),
            List.of(
                new RowCondition("agencyCode", Operator.EQUAL, List.of(RowCondition.OWN_AGENCY))));
    ApplicationNumber number =
        ministry.grantFile(new Extract(Format.CSV, 1L, List.of(staff)), Ministry.REVIEWER);
    assertThat(of(granted.count().fields(), "TA_CURRENT_STAFF.idNo")).isEqualTo(returned + 1);
    assertThat(of(granted.count().fields(), "TA_CURRENT_STAFF.agencyCode"))
        .isEqualTo(condition + 1);
    ministry.control.revoke(number, 1, "測試", Ministry.REVIEWER);
    assertThat(of(granted.count().fields(), "TA_CURRENT_STAFF.idNo")).isEqualTo(returned);
  }

  @Test
  void countsAFileOfAServiceForTheTablesOfTheService() {
    long returned = of(granted.count().fields(), "TA_PERFORMANCE_APPRAISAL.idNo");
    long condition = of(granted.count().fields(), "TA_PERFORMANCE_APPRAISAL.agencyCode");
    ExtractTable part =
        new ExtractTable(
            "SQ_TA_002",
            List.of("idNo"),
            List.of(
                new RowCondition("agencyCode", Operator.EQUAL, List.of(RowCondition.OWN_AGENCY))));
    ministry.grantFile(new Extract(Format.CSV, 1L, List.of(part)), Ministry.REVIEWER);
    assertThat(of(granted.count().fields(), "TA_PERFORMANCE_APPRAISAL.idNo"))
        .isEqualTo(returned + 1);
    assertThat(of(granted.count().fields(), "TA_PERFORMANCE_APPRAISAL.agencyCode"))
        .isEqualTo(condition + 1);
  }

  @Test
  void countsAFileOverAServiceAsAGrantOfIt() {
    ServiceCode code = new ServiceCode("SQ_TA_002");
    long before = services.counts().getOrDefault(code.value(), 0L);
    ExtractTable part =
        new ExtractTable(
            code.value(),
            List.of("idNo", "recordNo"),
            List.of(
                new RowCondition("agencyCode", Operator.EQUAL, List.of(RowCondition.OWN_AGENCY))));
    ApplicationNumber number =
        ministry.grantFile(new Extract(Format.CSV, 1L, List.of(part)), Ministry.REVIEWER);
    assertThat(services.counts().get(code.value())).isEqualTo(before + 1);
    assertThat(services.of(code))
        .filteredOn(one -> one.applicationNo().equals(number.value()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.returned()).containsExactlyInAnyOrder("idNo", "recordNo");
              assertThat(one.searchable()).isEmpty();
            });
  }

  @Test
  void countsTheFieldsThatCallsAreNarrowedBy() {
    long before = of(granted.count().fields(), "COM_CODE.code");
    ministry.granted();
    assertThat(of(granted.count().fields(), "COM_CODE.code")).isEqualTo(before + 1);
  }

  @Test
  void tellsWhoIsGrantedWhatOfAService() {
    ServiceCode code = new ServiceCode("SQ_COM_01");
    long before = services.counts().getOrDefault(code.value(), 0L);
    String number = ministry.granted().name();
    assertThat(services.counts().get(code.value())).isEqualTo(before + 1);
    assertThat(services.of(code))
        .filteredOn(one -> one.applicationNo().equals(number))
        .singleElement()
        .satisfies(one -> assertThat(one.returned()).isNotEmpty());
  }

  private static long of(Map<String, Long> counts, String name) {
    return counts.getOrDefault(name, 0L);
  }
}
