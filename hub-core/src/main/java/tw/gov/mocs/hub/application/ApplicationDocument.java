package tw.gov.mocs.hub.application;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.shared.JsonText;

/**
 * The application in full, as it is signed: readable JSON in which nothing is left out. The same
 * draft under the same catalogue always gives the same bytes.
 */
final class ApplicationDocument {

  private static final String FORMAT = "1";

  private ApplicationDocument() {}

  /** The document of a complete draft, with its content as it will be fixed. */
  static byte[] of(Application draft, Agency agency, CatalogueSnapshot catalogue) {
    ApplicationContent content = draft.content().settled(catalogue);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("文件", "人事雲端服務平台資料交換服務申請");
    all.put("格式", FORMAT);
    // Of what was returned and is submitted anew.
    draft.number().ifPresent(number -> all.put("申請案號", number.value()));
    all.put("草稿編號", draft.id());
    all.put("草稿版次", draft.version());
    all.put("申請機關", object("機關代碼", agency.code().value(), "機關名稱", agency.name()));
    all.put("聯絡人姓名", content.contactName());
    all.put("連絡電話", content.contactPhone());
    all.put("電子郵件", content.contactMail());
    ServicePeriod period = requireNonNull(content.period(), "period");
    all.put("服務使用起迄", object("起", period.from(), "迄", period.to()));
    all.put("介接用途", content.purpose());
    all.put("法規依據", content.legalBasis());
    all.put("特定目的", content.specificPurpose());
    all.put("介接系統", system(content.system()));
    all.put("介接系統使用之對象", content.audiences().stream().sorted().map(Audience::label).toList());
    all.put("資料交換服務提供方式", requireNonNull(content.method(), "method").label());
    all.put("特殊條件說明", content.specialConditions());
    all.put("上傳之檔案", content.attachments().stream().map(ApplicationDocument::file).toList());
    all.put(
        "申請之服務",
        content.services().stream()
            .sorted(comparing(asked -> catalogue.placeOf(asked.service())))
            .map(asked -> service(asked, catalogue))
            .toList());
    Consent consent = requireNonNull(draft.consent(), "consent");
    all.put(
        "管理規範",
        object(
            "版本",
            consent.termsVersion(),
            "同意時間",
            consent.at().truncatedTo(ChronoUnit.MICROS),
            "同意者憑證 SHA-256",
            consent.thumbprint()));
    return JsonText.of(all).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> system(ConnectingSystem system) {
    return object(
        "介接系統名稱", system.name(),
        "作業系統", system.operatingSystem(),
        "程式語言", system.language(),
        "資料庫", system.database(),
        "電腦名稱", system.hostName(),
        "IP位置", system.addresses());
  }

  private static Map<String, Object> file(Attachment file) {
    return object(
        "檔案編號", file.id(), "檔名", file.name(), "SHA-256", file.sha256(), "位元組數", file.size());
  }

  private static Map<String, Object> service(ServiceRequest asked, CatalogueSnapshot catalogue) {
    ExchangeService service = catalogue.find(asked.service()).orElseThrow();
    return object(
        "服務代碼", asked.service().value(),
        "服務名稱", service.name(),
        "服務分類", service.category().name(),
        "欄位", asked.fields().stream().map(name -> field(service, name)).toList(),
        "申請理由", asked.justification());
  }

  private static Map<String, Object> field(ExchangeService service, String name) {
    Field field = service.findField(name).orElseThrow();
    return object("元素名稱", name, "欄位名稱", field.label());
  }

  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    List<Object> all = List.of(namesAndValues);
    for (int i = 0; i < all.size(); i += 2) {
      members.put(all.get(i).toString(), all.get(i + 1));
    }
    return members;
  }
}
