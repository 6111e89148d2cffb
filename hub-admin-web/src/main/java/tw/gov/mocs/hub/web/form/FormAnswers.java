package tw.gov.mocs.hub.web.form;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.Audience;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.application.Submission;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.form.PrintedForm.Annex;
import tw.gov.mocs.hub.web.form.PrintedForm.Entry;
import tw.gov.mocs.hub.web.form.PrintedForm.Row;
import tw.gov.mocs.hub.web.odf.OdfText;

/** Turns the answers of an application into the rows of its form. */
final class FormAnswers {

  private static final Map<Audience, String> AUDIENCES =
      new EnumMap<>(
          Map.of(
              Audience.STAFF_PERSONAL, "公務同仁個人使用",
              Audience.AGENCY_INTERNAL, "機關內部使用",
              Audience.EXTERNAL, "對外介接使用"));

  /** Of a list in Markdown. */
  private static final Pattern POINT = Pattern.compile("([1-9][0-9]?)[.)] +(.*)");

  private final Submission submission;
  private final ApplicationContent content;
  private final Agency agency;
  private final CatalogueSnapshot catalogue;
  private final List<String> attachments;
  private final @Nullable ContentPage terms;
  private final boolean unsigned;

  FormAnswers(
      Application application,
      Agency agency,
      CatalogueSnapshot catalogue,
      List<String> attachments,
      @Nullable ContentPage terms,
      boolean unsigned) {
    this.submission =
        Optional.ofNullable(application.submission())
            .orElseThrow(() -> new IllegalArgumentException("a draft has no form"));
    this.content = application.content();
    this.agency = agency;
    this.catalogue = catalogue;
    this.attachments = attachments;
    this.terms = terms;
    this.unsigned = unsigned;
  }

  PrintedForm form() {
    ConnectingSystem system = content.system();
    List<Row> rows = new ArrayList<>();
    rows.addAll(
        List.of(
            Row.of(
                Entry.of(PrintedForm.AGENCY, agency.name()),
                Entry.of("申請日期", new RocDate(RocDate.dayOf(submission.at())).toString())),
            Row.of(
                Entry.of("聯絡人姓名", content.contactName()), Entry.of("聯絡電話", content.contactPhone())),
            Row.of(Entry.of("電子郵件", content.contactMail()), Entry.of("服務使用起迄", period())),
            Row.of(Entry.of("介接用途", content.purpose())),
            Row.of(Entry.of("法源依據", content.legalBasis())),
            Row.of(Entry.of("特定目的", content.specificPurpose())),
            Row.of(Entry.of("介接系統名稱", system.name()), Entry.of("作業系統", system.operatingSystem())),
            Row.of(Entry.of("程式語言", system.language()), Entry.of("資料庫", system.database())),
            Row.of(
                Entry.of("電腦名稱", system.hostName()),
                Entry.of(
                    "IP 位置", system.addresses().stream().map(Cidr::value).collect(joining("\n")))),
            Row.of(Entry.of("介接系統使用之對象", audiences())),
            Row.of(Entry.of("資料交換需求 (申請之服務)", String.join("\n", demand()))),
            Row.of(
                Entry.of("資料交換服務提供方式", method()),
                Entry.of("憑證上之卡號", Optional.ofNullable(submission.cardNumber()).orElse("")))));
    if (unsigned) {
      rows.add(Row.of(Entry.of("簽署方式", "憑證重新連線，未附簽章")));
    }
    if (terms != null) {
      rows.add(Row.of(Entry.of("管理規範", "同意第 " + terms.version() + " 版，全文如附件")));
    }
    return new PrintedForm(
        ApplicationForm.TITLE, submission.number(), agency.name(), rows, true, annex());
  }

  private @Nullable Annex annex() {
    return terms == null
        ? null
        : new Annex(
            "附件　同意之管理規範（第 " + terms.version() + " 版）",
            OdfText.lines(terms.body().zh()).stream().map(FormAnswers::numbered).toList());
  }

  /** As the manual numbers them, and pages do. */
  private static String numbered(String line) {
    Matcher point = POINT.matcher(line);
    return point.matches()
        ? ChineseNumber.of(Integer.parseInt(point.group(1))) + "、" + point.group(2)
        : line;
  }

  private String period() {
    ServicePeriod period = content.period();
    return period == null ? "" : new RocDate(period.from()) + "~" + new RocDate(period.to());
  }

  private String audiences() {
    return AUDIENCES.entrySet().stream()
        .map(one -> (content.audiences().contains(one.getKey()) ? "■ " : "□ ") + one.getValue())
        .collect(joining("　"));
  }

  private String method() {
    return content.method() == DeliveryMethod.ONE_TIME_FILE
        ? "一次性 (檔案下載服務)"
        : "即時 Web Service 連線服務";
  }

  private List<String> demand() {
    List<String> lines = new ArrayList<>();
    if (content.method() == DeliveryMethod.ONE_TIME_FILE) {
      lines.add(content.specialConditions());
    } else {
      content.services().stream()
          .sorted(comparing(asked -> catalogue.placeOf(asked.service())))
          .forEach(asked -> lines.addAll(service(asked)));
    }
    if (!attachments.isEmpty()) {
      lines.add("上傳之檔案：" + String.join("、", attachments));
    }
    return lines;
  }

  private List<String> service(ServiceRequest asked) {
    List<String> lines = new ArrayList<>();
    Optional<ExchangeService> found = catalogue.find(asked.service());
    lines.add(asked.service() + found.map(service -> " " + service.name()).orElse(""));
    found.map(service -> fields(service, asked)).ifPresent(lines::add);
    if (!asked.justification().isEmpty()) {
      lines.add("　限制欄位使用理由：" + asked.justification());
    }
    return lines;
  }

  private static String fields(ExchangeService service, ServiceRequest asked) {
    List<Field> chosen =
        service.fields().stream()
            .filter(field -> asked.fields().contains(field.xmlName()))
            .toList();
    boolean all =
        asked.fields().isEmpty()
            || new HashSet<>(asked.fields())
                .containsAll(service.fields().stream().map(Field::xmlName).toList());
    return all
        ? "　欄位：全部（" + service.fields().size() + " 個）"
        : chosen.stream().map(Field::label).collect(joining("、", "　欄位：", ""));
  }
}
