package tw.gov.mocs.hub.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentContent;
import tw.gov.mocs.hub.incident.IncidentSearch;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateUse;

/** The demo's incidents: one that is being handled, and one with its history that is closed. */
@Component
public class SampleIncidents {

  private static final Actor ADMINISTRATOR = new Actor("demo-admin", null, null);

  private final Incidents incidents;
  private final Agencies agencies;
  private final Clock clock;

  SampleIncidents(Incidents incidents, Agencies agencies, Clock clock) {
    this.incidents = incidents;
    this.agencies = agencies;
    this.clock = clock;
  }

  /**
   * Makes them, unless the agency has reported any.
   *
   * @param code registered, with a certificate for logging in
   * @param application of the agency, which one of them is about
   */
  public void make(AgencyCode code, ApplicationNumber application) {
    Agency agency =
        agencies
            .find(code)
            .orElseThrow(
                () -> new HubException(ErrorCode.NOT_FOUND, "no agency " + code, code.value()));
    if (incidents.search(IncidentSearch.all(agency.id(), 1, 1)).total() > 0) {
      return;
    }
    Actor reporter = reporter(agency);
    report(agency, reporter, 3, LocalTime.of(10, 20), "", "SQ_PA_001", "下載機關編制資料之欄位說明時，檔案無法開啟。");
    Incident slow =
        report(
            agency,
            reporter,
            9,
            null,
            application.value(),
            "SQ_TA_001",
            "以 Web Service 查詢銓審資料時，每日上午九時前後回應時間超過十秒。");
    Incident asked =
        incidents.answer(
            slow.number(), slow.version(), "請提供發生問題之 requestId 及時間，以利查明。", ADMINISTRATOR);
    Incident told =
        incidents.add(
            agency.id(),
            asked.number(),
            asked.version(),
            "requestId 為 DEMO-0001，時間為上午九時零三分。",
            reporter);
    incidents.close(
        told.number(), told.version(), "查為該時段批次作業占用資源，已調整作業時間，並經機關確認恢復正常。", ADMINISTRATOR);
  }

  private Incident report(
      Agency agency,
      Actor reporter,
      int daysAgo,
      @Nullable LocalTime time,
      String application,
      String service,
      String description) {
    LocalDate day = RocDate.dayOf(clock.instant().minus(Duration.ofDays(daysAgo)));
    IncidentContent content =
        new IncidentContent(
            "示範聯絡人",
            "02-8236-6666",
            "demo@example.gov.tw",
            day,
            time,
            application,
            service,
            description,
            List.of());
    return incidents.report(agency.id(), Incidents.newFormKey(), content, reporter);
  }

  private Actor reporter(Agency agency) {
    RegisteredCertificate card =
        agencies.certificatesOf(agency.id()).stream()
            .filter(certificate -> certificate.uses().contains(CertificateUse.LOGIN))
            .min(Comparator.comparing(RegisteredCertificate::id))
            .orElseThrow();
    return new Actor(agency.code().value(), card.thumbprint(), null);
  }
}
