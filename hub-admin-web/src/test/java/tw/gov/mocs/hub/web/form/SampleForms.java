package tw.gov.mocs.hub.web.form;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Audience;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.application.Submission;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.InitialCatalogue;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.PageKey;

/** Submitted applications as the manual shows them, and their forms. */
final class SampleForms {

  static final CatalogueSnapshot CATALOGUE = InitialCatalogue.snapshot();

  /** Of Debian. */
  static final FormSettings INSTALLED =
      new FormSettings(Path.of("/usr/share/fonts/truetype/cns11643"));

  private static final AgencyCode CODE = new AgencyCode("A58000000G");
  private static final Agency AGENCY = new Agency(1, CODE, "考選部", "Examination", null, false);

  private SampleForms() {}

  /** APFQ10200003 of the manual. */
  static PrintedForm file() {
    return file("申請一次性現職人員基本資料");
  }

  static PrintedForm file(String conditions) {
    return form(
        "APFQ10200003", content("王小明", null, conditions), List.of("說明.odt", "名冊.ods"), null);
  }

  /** A contact of this name. */
  static PrintedForm of(String contact) {
    return form("APFQ10200003", content(contact, null, "申請一次性現職人員基本資料"), List.of(), null);
  }

  /** By somebody who agreed to this version of the 管理規範. */
  static PrintedForm agreed(ContentPage terms) {
    return form("APFQ10200003", content("王小明", null, ""), List.of(), terms);
  }

  /** By somebody whose card was only shown in a connection. */
  static PrintedForm unsigned() {
    return form("APFQ10200003", content("王小明", null, ""), List.of(), null, true);
  }

  /** As most are: web services, by somebody who agreed to the 管理規範 of today. */
  static PrintedForm usual() {
    String terms = "本平臺係使用政府機關單位憑證IC卡進行身分驗證、服務申請、資料下載及資料介接等作業，機關應妥善保管及使用私密金鑰。";
    ConnectingSystem system =
        new ConnectingSystem(
            "人事管理資訊系統",
            "Linux",
            "Java 17",
            "PostgreSQL 15",
            "HRWEB01",
            List.of(new Cidr("192.0.2.10"), new Cidr("192.0.2.11")));
    List<ServiceRequest> services =
        List.of(
            ServiceRequest.whole(new ServiceCode("SQ_COM_01"), ""),
            ServiceRequest.whole(new ServiceCode("SQ_MA_001"), "核發給與所需"),
            ServiceRequest.whole(new ServiceCode("SQ_TA_001"), "任用資格查核所需"));
    return form(
        "APSQ10200012",
        content("王小明", system, "", services),
        List.of(),
        new ContentPage(
            PageKey.TERMS_OF_USE,
            1,
            new Bilingual("管理規範", null),
            new Bilingual("1. %s\n2. %s\n3. %s".formatted(terms, terms, terms), null),
            LocalDate.EPOCH,
            Instant.EPOCH));
  }

  static PrintedForm webService() {
    return webService(
        List.of(
            ServiceRequest.whole(new ServiceCode("SQ_TA_001"), ""),
            new ServiceRequest(
                new ServiceCode("SQ_MA_001"), List.of("idNo", "fullName"), "核發給與所需")));
  }

  static PrintedForm webService(List<ServiceRequest> services) {
    ConnectingSystem system =
        new ConnectingSystem(
            "人事管理資訊系統",
            "Windows Server 2012",
            "ASP.NET",
            "Oracle 11g",
            "HRWEB01",
            List.of(new Cidr("192.0.2.10"), new Cidr("2001:db8::/32")));
    return form("APSQ10200012", content("王小明", system, "", services), List.of(), null);
  }

  private static ApplicationContent content(
      String contact, @Nullable ConnectingSystem system, String conditions) {
    return content(contact, system, conditions, List.of());
  }

  private static ApplicationContent content(
      String contact,
      @Nullable ConnectingSystem system,
      String conditions,
      List<ServiceRequest> services) {
    return new ApplicationContent(
        contact,
        "02-8236-6666 分機 12",
        "someone@example.gov.tw",
        new ServicePeriod(LocalDate.of(2013, 12, 24), LocalDate.of(2014, 1, 31)),
        "辦理人員任用資格查核",
        "公務人員任用法第 24 條",
        "人事管理（002）",
        system,
        Set.of(Audience.EXTERNAL),
        system == null ? DeliveryMethod.ONE_TIME_FILE : DeliveryMethod.WEB_SERVICE,
        conditions,
        services);
  }

  private static PrintedForm form(
      String number,
      ApplicationContent content,
      List<String> attachments,
      @Nullable ContentPage terms) {
    return form(number, content, attachments, terms, false);
  }

  private static PrintedForm form(
      String number,
      ApplicationContent content,
      List<String> attachments,
      @Nullable ContentPage terms,
      boolean unsigned) {
    // 102/12/22 in Taipei, the 21st elsewhere.
    Instant at = Instant.parse("2013-12-21T16:30:00Z");
    Submission submission =
        new Submission(
            new ApplicationNumber(number), at, CODE.value(), "ab".repeat(32), "TP03120112283356");
    Application application =
        new Application(
            1, 2, 1, CODE, ApplicationStatus.PENDING, content, null, submission, List.of());
    return ApplicationForm.of(application, AGENCY, CATALOGUE, attachments, terms, unsigned);
  }
}
