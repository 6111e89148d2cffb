package tw.gov.mocs.hub.web.sheet;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.CodeList;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;

/** 欄位說明: what a service can answer, field by field, in Chinese and English. */
public final class FieldSheet {

  /** More codes than these are looked up by the service of the code lists. */
  static final int SHOWN_CODES = 40;

  private static final Map<FieldType, String> TYPES =
      Map.of(
          FieldType.STRING, "文字 string",
          FieldType.CODE, "代碼 code",
          FieldType.INTEGER, "整數 integer",
          FieldType.DECIMAL, "小數 decimal",
          FieldType.DATE, "日期 date",
          FieldType.TIMESTAMP, "日期時間 dateTime");

  private static final Map<DataClass, String> CLASSES =
      Map.of(
          DataClass.NONE, "非個人資料 none",
          DataClass.PERSONAL, "個人資料 personal",
          DataClass.IDENTIFIER, "識別資料 identifier",
          DataClass.RESTRICTED, "限制資料 restricted");

  private final CatalogueSnapshot catalogue;
  private final LocalDate today;

  private FieldSheet(CatalogueSnapshot catalogue, LocalDate today) {
    this.catalogue = catalogue;
    this.today = today;
  }

  /**
   * The fields of one service.
   *
   * @param today by Taipei time; codes that are not valid on it are left out
   */
  public static Sheet<Field> of(
      ExchangeService service, CatalogueSnapshot catalogue, LocalDate today) {
    return new FieldSheet(catalogue, today).sheet(service);
  }

  /** One table for each open service, by code. */
  public static List<Sheet<?>> ofOpenServices(CatalogueSnapshot catalogue, LocalDate today) {
    List<Sheet<?>> sheets = new ArrayList<>();
    catalogue.open().forEach(service -> sheets.add(of(service, catalogue, today)));
    return sheets;
  }

  private Sheet<Field> sheet(ExchangeService service) {
    List<Column<Field>> columns =
        List.of(
            new Column<>("元素名稱 Element", 45, Field::xmlName),
            new Column<>("中文名稱 Chinese label", 45, Field::label),
            new Column<>("英文名稱 English label", 50, Field::labelEn),
            Column.of("型別 Type", field -> TYPES.get(field.type())),
            new Column<>("長度 Length", 20, Field::length),
            new Column<>("小數位數 Scale", 20, Field::scale),
            new Column<>("必有值 Always given", 22, field -> yes(field.required())),
            new Column<>("代碼檔 Code list", 45, field -> codeList(field, FieldSheet::title)),
            new Column<>("代碼 Codes", 60, field -> codeList(field, this::codes)),
            Column.of("資料分類 Data class", field -> CLASSES.get(field.dataClass())),
            // What a service has at all can be answered; a grant may narrow it.
            new Column<>("可回傳 Returned", 20, field -> yes(true)),
            new Column<>("可查詢 Searchable", 30, FieldSheet::search),
            new Column<>("說明 Description", 60, Field::description));
    return new Sheet<>(service.code() + " " + service.name(), columns, service.fields().iterator());
  }

  private @Nullable String codeList(Field field, Function<CodeList, String> shown) {
    CodeList list = field.codeType() == null ? null : catalogue.codeLists().get(field.codeType());
    return list == null ? field.codeType() : shown.apply(list);
  }

  private static String title(CodeList list) {
    return list.codeType() + " " + list.label() + " " + list.labelEn();
  }

  private String codes(CodeList list) {
    List<CodeList.Entry> valid =
        list.entries().stream().filter(entry -> entry.isValidOn(today)).toList();
    return valid.size() > SHOWN_CODES
        ? "%d 項，見 SQ_COM_01（codeType = %s）".formatted(valid.size(), list.codeType())
        : valid.stream().map(entry -> entry.code() + " " + entry.name()).collect(joining("；"));
  }

  private static String yes(boolean holds) {
    return holds ? "是 yes" : "否 no";
  }

  private static String search(Field field) {
    if (field.criterion() == null) {
      return yes(false);
    }
    return switch (field.criterion()) {
      case EQ -> "等於 equals";
      case RANGE -> "期間 range";
    };
  }
}
