package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/**
 * What an agency fills in, steps one to five of the form. A draft may leave anything out: "" and
 * null are what was not given.
 *
 * @param contactName 聯絡人姓名
 * @param contactPhone 連絡電話
 * @param contactMail 電子郵件
 * @param period 服務使用起迄
 * @param purpose 介接用途
 * @param legalBasis 法規依據
 * @param specificPurpose 特定目的
 * @param system 介接系統
 * @param audiences 介接系統使用之對象
 * @param method 資料交換服務提供方式
 * @param specialConditions 特殊條件說明, of a one-time file
 * @param attachments 上傳之檔案, of a one-time file
 * @param services 資料交換需求, of a web service; in the order of their codes
 */
public record ApplicationContent(
    String contactName,
    String contactPhone,
    String contactMail,
    @Nullable ServicePeriod period,
    String purpose,
    String legalBasis,
    String specificPurpose,
    ConnectingSystem system,
    Set<Audience> audiences,
    @Nullable DeliveryMethod method,
    String specialConditions,
    List<Attachment> attachments,
    List<ServiceRequest> services) {

  /** Tidies the texts; null becomes "". */
  public ApplicationContent(
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String contactMail,
      @Nullable ServicePeriod period,
      @Nullable String purpose,
      @Nullable String legalBasis,
      @Nullable String specificPurpose,
      @Nullable ConnectingSystem system,
      Set<Audience> audiences,
      @Nullable DeliveryMethod method,
      @Nullable String specialConditions,
      List<Attachment> attachments,
      List<ServiceRequest> services) {
    this.contactName = Texts.tidy(contactName);
    this.contactPhone = Texts.tidy(contactPhone);
    this.contactMail = Texts.tidy(contactMail);
    this.period = period;
    this.purpose = Texts.tidy(purpose);
    this.legalBasis = Texts.tidy(legalBasis);
    this.specificPurpose = Texts.tidy(specificPurpose);
    this.system = system == null ? ConnectingSystem.NONE : system;
    this.audiences = Set.copyOf(audiences);
    this.method = method;
    this.specialConditions = Texts.tidy(specialConditions);
    this.attachments = List.copyOf(attachments);
    this.services =
        services.stream().sorted(Comparator.comparing(ServiceRequest::service)).toList();
  }

  /** Without attachments. */
  public ApplicationContent(
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String contactMail,
      @Nullable ServicePeriod period,
      @Nullable String purpose,
      @Nullable String legalBasis,
      @Nullable String specificPurpose,
      @Nullable ConnectingSystem system,
      Set<Audience> audiences,
      @Nullable DeliveryMethod method,
      @Nullable String specialConditions,
      List<ServiceRequest> services) {
    this(
        contactName,
        contactPhone,
        contactMail,
        period,
        purpose,
        legalBasis,
        specificPurpose,
        system,
        audiences,
        method,
        specialConditions,
        List.of(),
        services);
  }

  /** What it asks of a service. */
  public Optional<ServiceRequest> find(ServiceCode service) {
    return services.stream().filter(asked -> asked.service().equals(service)).findFirst();
  }

  /** Nothing given yet. */
  public static final ApplicationContent NONE =
      new ApplicationContent("", "", "", null, "", "", "", null, Set.of(), null, "", List.of());

  /**
   * The content as it is submitted: without what belongs to the other delivery method, and with
   * "all fields" written out, because a field that comes later was never asked for.
   */
  ApplicationContent settled(CatalogueSnapshot catalogue) {
    boolean file = method == DeliveryMethod.ONE_TIME_FILE;
    return with(
        period,
        file ? specialConditions : "",
        file ? attachments : List.of(),
        file ? List.of() : services.stream().map(asked -> writtenOut(asked, catalogue)).toList());
  }

  private static ServiceRequest writtenOut(ServiceRequest asked, CatalogueSnapshot catalogue) {
    if (!asked.fields().isEmpty()) {
      return asked;
    }
    List<String> all =
        catalogue.find(asked.service()).map(ExchangeService::fields).orElse(List.of()).stream()
            .map(Field::xmlName)
            .toList();
    return new ServiceRequest(asked.service(), all, asked.justification());
  }

  /**
   * The content to begin anew with: without a period that has passed, and without services and
   * fields that are not on offer any more.
   */
  ApplicationContent renewed(CatalogueSnapshot catalogue, LocalDate today) {
    boolean past = period != null && period.to().isBefore(today);
    return with(
        past ? null : period,
        specialConditions,
        attachments,
        services.stream().flatMap(asked -> offered(asked, catalogue).stream()).toList());
  }

  private static Optional<ServiceRequest> offered(
      ServiceRequest asked, CatalogueSnapshot catalogue) {
    Optional<ExchangeService> open =
        catalogue.find(asked.service()).filter(service -> service.status() == ServiceStatus.OPEN);
    if (open.isEmpty() || asked.fields().isEmpty()) {
      return open.map(service -> asked);
    }
    List<String> left =
        asked.fields().stream().filter(name -> open.get().findField(name).isPresent()).toList();
    // None would mean all.
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServiceRequest(asked.service(), left, asked.justification()));
  }

  private ApplicationContent with(
      @Nullable ServicePeriod newPeriod,
      String conditions,
      List<Attachment> files,
      List<ServiceRequest> others) {
    return new ApplicationContent(
        contactName,
        contactPhone,
        contactMail,
        newPeriod,
        purpose,
        legalBasis,
        specificPurpose,
        system,
        audiences,
        method,
        conditions,
        files,
        others);
  }
}
