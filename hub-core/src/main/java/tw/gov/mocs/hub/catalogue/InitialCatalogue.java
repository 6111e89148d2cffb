package tw.gov.mocs.hub.catalogue;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue that the hub begins with: 13 services, 14 tables, 232 fields and 170 codes, kept as
 * comma-separated files in {@code initial/}. It is read into an empty database once; from then on
 * administrators change the catalogue there.
 */
public final class InitialCatalogue {

  private static final Pattern REQUIRED =
      Pattern.compile("one of: (.+); (\\w+) range of at most (\\d+) days");

  private InitialCatalogue() {}

  /** The initial catalogue as a snapshot, read from the files without a database. */
  public static CatalogueSnapshot snapshot() {
    Map<String, ExchangeTable> tables = tables();
    List<CSVRecord> lines = CsvFile.read("services.csv");
    Map<ServiceCode, ExchangeService> services =
        lines.stream()
            .map(line -> service(line, tables))
            .collect(toMap(ExchangeService::code, Function.identity()));
    return new CatalogueSnapshot(
        new TreeMap<>(services),
        tables,
        new TreeMap<>(codeLists()),
        ordered(lines, "guide_order"),
        ordered(lines, "apply_order"));
  }

  private static Map<String, ExchangeTable> tables() {
    Map<String, List<Field>> fields = new LinkedHashMap<>();
    for (CSVRecord line : CsvFile.read("fields.csv")) {
      fields.computeIfAbsent(line.get("table_name"), name -> new ArrayList<>()).add(field(line));
    }
    Map<String, ExchangeTable> tables = new LinkedHashMap<>();
    for (CSVRecord line : CsvFile.read("tables.csv")) {
      String name = line.get("table_name");
      tables.put(
          name,
          new ExchangeTable(
              name,
              line.get("label"),
              line.get("label_en"),
              CsvFile.text(line, "subject_column"),
              line.get("paging_key"),
              fields.getOrDefault(name, List.of())));
    }
    return tables;
  }

  private static Field field(CSVRecord line) {
    String length = line.get("length");
    int comma = length.indexOf(',');
    String criterion = CsvFile.text(line, "criterion");
    return new Field(
        Integer.parseInt(line.get("ordinal")),
        line.get("column_name"),
        line.get("xml_name"),
        line.get("label"),
        line.get("label_en"),
        FieldType.valueOf(line.get("type").toUpperCase(Locale.ROOT)),
        length.isEmpty() ? null : Integer.valueOf(comma < 0 ? length : length.substring(0, comma)),
        comma < 0 ? null : Integer.valueOf(length.substring(comma + 1)),
        CsvFile.text(line, "code_type"),
        line.get("required").equals("Y"),
        criterion == null ? null : CriterionKind.valueOf(criterion),
        DataClass.valueOf(line.get("data_class").toUpperCase(Locale.ROOT)),
        CsvFile.text(line, "mask"),
        CsvFile.text(line, "description"));
  }

  private static ExchangeService service(CSVRecord line, Map<String, ExchangeTable> tables) {
    ExchangeTable table = requireNonNull(tables.get(line.get("table_name")), "table_name");
    return new ExchangeService(
        new ServiceCode(line.get("service_code")),
        1,
        line.get("name"),
        line.get("name_en"),
        new ServiceCategory(line.get("category"), line.get("category_en")),
        line.get("description"),
        line.get("description_en"),
        ServiceStatus.OPEN,
        "",
        table,
        table.fields(),
        requiredCriteria(line.get("required_criteria")),
        false,
        false);
  }

  private static @Nullable RequiredCriteria requiredCriteria(String sentence) {
    if (sentence.isEmpty()) {
      return null;
    }
    Matcher matcher = REQUIRED.matcher(sentence);
    if (!matcher.matches()) {
      throw new IllegalStateException("not understood: " + sentence);
    }
    return new RequiredCriteria(
        List.of(matcher.group(1).split("; ", -1)),
        matcher.group(2),
        Integer.parseInt(matcher.group(3)));
  }

  private static Map<String, CodeList> codeLists() {
    Map<String, List<CSVRecord>> codes =
        CsvFile.read("codes.csv").stream().collect(groupingBy(line -> line.get("code_type")));
    return CsvFile.read("code_lists.csv").stream()
        .map(
            line ->
                new CodeList(
                    line.get("code_type"),
                    line.get("label"),
                    line.get("label_en"),
                    codes.getOrDefault(line.get("code_type"), List.of()).stream()
                        .map(InitialCatalogue::entry)
                        .toList()))
        .collect(toMap(CodeList::codeType, Function.identity()));
  }

  private static CodeList.Entry entry(CSVRecord line) {
    return new CodeList.Entry(
        line.get("code"),
        line.get("name"),
        CsvFile.text(line, "name_en"),
        CsvFile.text(line, "parent_code"),
        Integer.parseInt(line.get("sort_order")),
        LocalDate.parse(line.get("valid_from")),
        null);
  }

  private static List<ServiceCode> ordered(List<CSVRecord> lines, String column) {
    return lines.stream()
        .filter(line -> CsvFile.number(line, column) != null)
        .sorted(comparing((CSVRecord line) -> Integer.valueOf(line.get(column))))
        .map(line -> new ServiceCode(line.get("service_code")))
        .toList();
  }
}
