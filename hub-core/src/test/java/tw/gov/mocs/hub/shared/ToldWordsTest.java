package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tw.gov.mocs.hub.agency.CertificateState;
import tw.gov.mocs.hub.agency.ProposalStatus;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.content.EntryState;
import tw.gov.mocs.hub.delivery.DeliveryStatus;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.notice.NoticeState;
import tw.gov.mocs.hub.trust.AnchorProposal;

class ToldWordsTest {

  @ParameterizedTest
  @CsvSource({
    "檔案, file",
    "超過 1000 字, longer than 1000 characters",
    "1–400 字, must have 1 to 400 characters",
    "機關 301000000A, agency 301000000A",
    "機關 OID 與 301000000A 不符, the OID of the agency is not that of 301000000A",
    "所載機關 OID 2.16.1 不是 A01 的 OID 2.16.2, 'the agency OID 2.16.1 in it is not that of A01, OID 2.16.2'",
    "APSQ11500001, APSQ11500001",
    "不知道, 不知道"
  })
  void areToldInEnglish(String told, String english) {
    assertThat(ToldWords.inEnglish(told)).isEqualTo(english);
  }

  @Test
  void areToldInTheLanguageOfTheMessage() {
    List<String> told = List.of("撤回原因", "超過 1000 字");
    assertThat(ErrorCode.VALUE_INVALID.message(Locale.ENGLISH, told))
        .isEqualTo("The value of reason is not acceptable: longer than 1000 characters");
    assertThat(ErrorCode.VALUE_INVALID.message(Locale.TRADITIONAL_CHINESE, told))
        .isEqualTo("撤回原因的值不正確：超過 1000 字");
  }

  @Test
  void tellStatesInTheLanguageOfTheMessage() {
    List<String> told = List.of("SECOND_REVIEW");
    assertThat(ErrorCode.STATE_CONFLICT.message(Locale.TRADITIONAL_CHINESE, told))
        .isEqualTo("目前的狀態不允許此作業：待複審");
    assertThat(ErrorCode.STATE_CONFLICT.message(Locale.ENGLISH, told))
        .isEqualTo("The present state does not allow this: awaiting the second review");
  }

  static Stream<Enum<?>> states() {
    return Stream.of(
            ApplicationStatus.values(),
            GrantStatus.values(),
            IncidentStatus.values(),
            DeliveryStatus.values(),
            EntryState.values(),
            ProposalStatus.values(),
            AnchorProposal.Status.values(),
            CertificateState.values(),
            ServiceStatus.values(),
            NoticeState.values(),
            DeliveryMethod.values(),
            Role.values())
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest
  @MethodSource("states")
  void knowEveryState(Enum<?> state) {
    assertThat(ToldWords.inChinese(state.name())).isNotEqualTo(state.name());
    assertThat(ToldWords.inEnglish(state.name())).isNotEqualTo(state.name());
  }

  @ParameterizedTest
  @CsvSource({"公告, 查無公告：", "公告 3, 查無公告 3：", "APSQ11500001, 查無 APSQ11500001："})
  void areSetOffByABlankOnlyIfTheyAreNotChinese(String told, String begin) {
    assertThat(ErrorCode.NOT_FOUND.message(Locale.TRADITIONAL_CHINESE, List.of(told)))
        .startsWith(begin);
  }
}
