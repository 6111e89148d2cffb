package tw.gov.mocs.hub.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.RocDate;

/** What agencies report in tests. */
final class Reports {

  static final LocalDate TODAY = RocDate.dayOf(Instant.now());
  static final Attachment SCREEN = new Attachment(7, "畫面.png", "ab".repeat(32), 1_234);

  private Reports() {}

  /** With nothing that may be absent. */
  static IncidentContent small() {
    return about("", "");
  }

  static IncidentContent about(String applicationNo, String serviceCode) {
    return content("王小明", TODAY, null, applicationNo, serviceCode, "無法登入", List.of());
  }

  static IncidentContent on(LocalDate day) {
    return content("王小明", day, null, "", "", "無法登入", List.of());
  }

  static IncidentContent full(String applicationNo) {
    return content(
        "王小明",
        TODAY.minusDays(1),
        LocalTime.of(23, 59),
        applicationNo,
        "SQ_PA_001",
        "𠮷字無法顯示\n第二行\t完",
        List.of(SCREEN, new Attachment(8, "log.txt", "cd".repeat(32), 1)));
  }

  /** About a call. */
  static IncidentContent call(
      LocalDate day, String applicationNo, String serviceCode, String callId) {
    return new IncidentContent(
        "王小明",
        "02-8236-6666",
        "someone@example.gov.tw",
        day,
        null,
        applicationNo,
        serviceCode,
        callId,
        "呼叫未獲回應",
        List.of());
  }

  static IncidentContent content(
      String name,
      @Nullable LocalDate day,
      @Nullable LocalTime time,
      String applicationNo,
      String serviceCode,
      String description,
      List<Attachment> attachments) {
    return new IncidentContent(
        name,
        "02-8236-6666 分機 12",
        "someone@example.gov.tw",
        day,
        time,
        applicationNo,
        serviceCode,
        description,
        attachments);
  }
}
