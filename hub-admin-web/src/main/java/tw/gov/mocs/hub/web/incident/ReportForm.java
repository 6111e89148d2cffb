package tw.gov.mocs.hub.web.incident;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.incident.Attachment;
import tw.gov.mocs.hub.incident.IncidentContent;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.ClockTime;
import tw.gov.mocs.hub.web.layout.RocDay;

/** 新增錯誤回報, as it was typed: whatever is wrong with it is shown back. */
public record ReportForm(
    String contactName,
    String contactPhone,
    String contactMail,
    String occurredOn,
    String occurredAt,
    String applicationNo,
    String serviceCode,
    String callId,
    String description) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  /** Nothing typed is "". */
  public ReportForm(
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String contactMail,
      @Nullable String occurredOn,
      @Nullable String occurredAt,
      @Nullable String applicationNo,
      @Nullable String serviceCode,
      @Nullable String callId,
      @Nullable String description) {
    this.contactName = given(contactName);
    this.contactPhone = given(contactPhone);
    this.contactMail = given(contactMail);
    this.occurredOn = given(occurredOn);
    this.occurredAt = given(occurredAt);
    this.applicationNo = given(applicationNo);
    this.serviceCode = given(serviceCode);
    this.callId = given(callId);
    this.description = given(description);
  }

  /** The same about a call of the agency: when it came, and what it asked for. */
  ReportForm about(CallLine call) {
    ZonedDateTime at = call.receivedAt().atZone(RocDate.TAIPEI);
    return new ReportForm(
        contactName,
        contactPhone,
        contactMail,
        new RocDate(at.toLocalDate()).toString(),
        TIME.format(at),
        call.applicationNo(),
        call.service(),
        call.recordId(),
        description);
  }

  /** Whether a time was typed that cannot be read. */
  boolean hasNoTime() {
    return !occurredAt.isBlank() && time() == null;
  }

  IncidentContent content(List<StoredFile> files) {
    return new IncidentContent(
        contactName,
        contactPhone,
        contactMail,
        day().day(),
        time(),
        applicationNo.strip().toUpperCase(Locale.ROOT),
        serviceCode,
        callId,
        description,
        files.stream()
            .map(file -> new Attachment(file.id(), file.name().value(), file.sha256(), file.size()))
            .toList());
  }

  /** 問題發生日期. */
  RocDay day() {
    return RocDay.of(occurredOn);
  }

  private @Nullable LocalTime time() {
    return ClockTime.read(occurredAt);
  }

  private static String given(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
