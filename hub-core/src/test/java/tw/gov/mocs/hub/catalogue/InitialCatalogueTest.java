package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InitialCatalogueTest {

  private final CatalogueSnapshot initial = InitialCatalogue.snapshot();

  @Test
  void hasThirteenServices() {
    assertThat(initial.services()).hasSize(13);
  }

  @Test
  void describesEveryServiceInBothLanguages() {
    assertThat(initial.services().values())
        .allSatisfy(
            service -> {
              assertThat(service.description()).containsPattern("\\p{IsHan}");
              assertThat(service.descriptionEn()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            });
  }

  @Test
  void hasFourteenTables() {
    assertThat(initial.tables()).hasSize(14);
  }

  @Test
  void has232Fields() {
    assertThat(initial.tables().values().stream().mapToInt(table -> table.fields().size()).sum())
        .isEqualTo(232);
  }

  @Test
  void has170Codes() {
    assertThat(initial.codeLists().values().stream().mapToInt(list -> list.entries().size()).sum())
        .isEqualTo(170);
  }

  @Test
  void offersCurrentStaffByNoService() {
    assertThat(initial.services().values())
        .noneMatch(service -> service.table().name().equals("TA_CURRENT_STAFF"));
  }

  @Test
  void listsTheGuideInTheOrderOfTheManual() {
    assertThat(initial.guide())
        .hasSize(10)
        .startsWith(new ServiceCode("SQ_COM_01"), new ServiceCode("SQ_MA_001"))
        .endsWith(new ServiceCode("SQ_TA_005"));
  }

  @Test
  void offersAllServicesInTheOrderOfTheManual() {
    assertThat(initial.offer())
        .hasSize(13)
        .startsWith(new ServiceCode("SQ_PA_001"), new ServiceCode("SQ_PA_002"))
        .endsWith(new ServiceCode("SQ_TA_008"));
  }

  @Test
  void knowsThePlaceOfAServiceInTheOffer() {
    assertThat(initial.placeOf(new ServiceCode("SQ_PA_001"))).isZero();
    assertThat(initial.placeOf(new ServiceCode("SQ_COM_01"))).isEqualTo(4);
    assertThat(initial.placeOf(new ServiceCode("SQ_XX_001"))).isEqualTo(13);
  }

  @Test
  void narrowsCallsForPersons() {
    assertThat(initial.find(new ServiceCode("SQ_TA_001")).orElseThrow().requiredCriteria())
        .isEqualTo(new RequiredCriteria(List.of("idNo", "agencyCode"), "updatedAt", 31));
  }

  @Test
  void narrowsNothingWhereNoPersonIsMeant() {
    assertThat(initial.services().values())
        .allMatch(
            service ->
                (service.requiredCriteria() == null) == (service.table().subjectColumn() == null));
  }

  @Test
  void namesEachCodeListOfAField() {
    assertThat(initial.tables().values())
        .allSatisfy(
            table ->
                assertThat(table.fields())
                    .allMatch(
                        field ->
                            field.codeType() == null
                                || initial.codeLists().containsKey(field.codeType())));
  }
}
