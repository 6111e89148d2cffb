package tw.gov.mocs.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.content.Announcement;
import tw.gov.mocs.hub.content.Announcements;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.Download;
import tw.gov.mocs.hub.content.Downloads;

/** The announcements of the manual and some downloads, their files made here. */
@Component
public class SampleContent {

  private static final Actor ADMINISTRATOR = new Actor("demo-admin", null, null);
  private static final String LIST = "announcements.tsv";
  private static final ServiceCode RETIREMENT = new ServiceCode("SQ_MA_001");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final LocalDate OFFERED = LocalDate.of(2013, 12, 26);

  private static final List<String> HANDOUT =
      List.of(
          "「人力資源管理資訊系統主要功能介紹」教育訓練講義",
          "一、以憑證登入人事雲端服務平台入口網。",
          "二、於「申請服務」閱讀管理規範，依七個步驟提出申請。",
          "三、於「進度查詢」查看審核結果，下載介接模組或檔案。",
          "四、遇有問題時，請於「錯誤回報」說明並附上畫面。");

  private static final List<String> GUIDE =
      List.of(
          "即時 Web Service 連線作業指引",
          "一、每次呼叫以機關憑證簽章，並附新的 requestId 與案號或事由。",
          "二、回應均由本平臺簽章，請先驗證再使用。",
          "三、遇暫時性錯誤（HUB-6xxx），請間隔一段時間後以新的 requestId 重送。",
          "四、憑證到期前，請至「憑證管理」提出新憑證，新舊可並用。");

  private final Announcements announcements;
  private final Downloads downloads;
  private final Catalogue catalogue;

  SampleContent(Announcements announcements, Downloads downloads, Catalogue catalogue) {
    this.announcements = announcements;
    this.downloads = downloads;
    this.catalogue = catalogue;
  }

  /** Makes all of it, published but for two announcements. */
  public void make() {
    makeHidden();
    for (String line : lines()) {
      String[] parts = line.split("\t", -1);
      announce(
          LocalDate.parse(parts[0]),
          new Bilingual(parts[1], parts[2]),
          new Bilingual(parts[3], parts[4]));
    }
    offer(
        1,
        new Bilingual("各服務欄位一覽", "Fields of all services"),
        new Bilingual("各服務之欄位名稱、標籤與型別。", "Names, labels and types of the fields of each service."),
        "各服務欄位一覽.csv",
        fields(catalogue.current().services().values()));
    offer(
        2,
        new Bilingual("即時 Web Service 連線作業指引", "How to call the Web Service"),
        new Bilingual(
            "介接系統開發與維運須知。", "What developers and operators of connecting systems need to know."),
        "連線作業指引.odt",
        SampleDocument.of(GUIDE));
    offer(
        3,
        new Bilingual("申請前檢查表", "Check list before you apply"),
        new Bilingual("申請前應備妥之事項。", "What to have at hand before an application."),
        "申請前檢查表.txt",
        "□ 憑證 IC 卡與讀卡機\r\n□ 介接用途與法規依據\r\n□ 介接系統名稱與 IP 位置\r\n".getBytes(UTF_8));
  }

  /** What nobody sees any more, and what nobody sees yet. */
  private void makeHidden() {
    LocalDate day = LocalDate.of(2013, 3, 1);
    Announcement ended =
        announcements.create(
            new Announcement.Content(
                new Bilingual("試辦機關座談會", "Meeting of the pilot agencies"),
                new Bilingual("座談會已經結束。", "The meeting is over."),
                day,
                day.plusDays(7),
                false),
            ADMINISTRATOR);
    attach(ended, "議程.txt", "一、報告事項\r\n二、討論事項\r\n".getBytes(UTF_8));
    announcements.publish(ended.id(), ended.version() + 1, ADMINISTRATOR);
    announcements.create(
        new Announcement.Content(
            new Bilingual("系統維護預告（草稿）", "Maintenance planned (draft)"),
            new Bilingual("日期待定。", "The date is not fixed yet."),
            day,
            null,
            false),
        ADMINISTRATOR);
  }

  private void announce(LocalDate day, Bilingual title, Bilingual body) {
    boolean pinned = title.zh().contains("退休資料");
    Announcement draft =
        announcements.create(
            new Announcement.Content(title, body, day, null, pinned), ADMINISTRATOR);
    if (title.zh().contains("講義")) {
      attach(draft, "教育訓練講義.odt", SampleDocument.of(HANDOUT));
    } else if (pinned) {
      ExchangeService service = catalogue.current().find(RETIREMENT).orElseThrow();
      attach(draft, "退休資料欄位.csv", fields(List.of(service)));
    }
    Announcement written = announcements.get(draft.id());
    announcements.publish(written.id(), written.version(), ADMINISTRATOR);
  }

  private void attach(Announcement to, String name, byte[] content) {
    announcements.attach(
        to.id(), to.version(), new ByteArrayInputStream(content), name, ADMINISTRATOR);
  }

  private void offer(
      int place, Bilingual title, Bilingual description, String name, byte[] content) {
    Download draft =
        downloads.create(
            new Download.Content(title, description, OFFERED, null, place), ADMINISTRATOR);
    downloads.replaceFile(
        draft.id(), draft.version(), new ByteArrayInputStream(content), name, ADMINISTRATOR);
    Download complete = downloads.get(draft.id());
    downloads.publish(complete.id(), complete.version(), ADMINISTRATOR);
  }

  /** RFC 4180, with the mark by which spreadsheets know UTF-8. */
  private static byte[] fields(Iterable<ExchangeService> services) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK + "服務代碼,服務名稱,欄位,標籤,型別\r\n");
    for (ExchangeService service : services) {
      for (Field field : service.fields()) {
        csv.append(
            List.of(
                        service.code().value(),
                        service.name(),
                        field.xmlName(),
                        field.label(),
                        field.type().name())
                    .stream()
                    .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(","))
                + "\r\n");
      }
    }
    return csv.toString().getBytes(UTF_8);
  }

  private static List<String> lines() {
    try (InputStream in = requireNonNull(SampleContent.class.getResourceAsStream(LIST), LIST)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
