package tw.gov.mocs.hub.client;

import static java.util.Objects.requireNonNull;
import static tw.gov.mocs.hub.client.Namespaces.EXCHANGE;
import static tw.gov.mocs.hub.client.XmlTree.child;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Rows of nobody, made from the types of the granted fields. The same question gets the same rows;
 * each fits the values that it was asked by.
 */
final class SimulatedRows {

  /** Rows for each value asked for, and for a question without values. */
  private static final int ROWS = 3;

  private static final String TOKEN = "SIMULATOR-";

  private final String operation;
  private final GrantConf.Granted service;
  private final GrantConf grant;

  SimulatedRows(String operation, GrantConf.Granted service, GrantConf grant) {
    this.operation = operation;
    this.service = service;
    this.grant = grant;
  }

  /** Some rows, and the token of those after them. */
  record Page(List<HubRow> rows, @Nullable String next) {}

  /** The page that is asked for. */
  Page page(Element asked) {
    List<HubRow> all = all(asked);
    Element page = child(asked, EXCHANGE, "page").orElse(null);
    String size = page == null ? null : AnswerReader.optional(page, "size");
    String token = page == null ? null : AnswerReader.optional(page, "token");
    int from = token == null ? 0 : begin(token, all.size());
    int to =
        Math.min(
            all.size(),
            from + (size == null ? grant.number("page-rows") : Integer.parseInt(size.strip())));
    return new Page(all.subList(from, to), to < all.size() ? TOKEN + to : null);
  }

  private static int begin(String token, int most) {
    if (token.matches(TOKEN + "[0-9]{1,6}")) {
      int from = Integer.parseInt(token.substring(TOKEN.length()));
      if (from < most) {
        return from;
      }
    }
    throw new Refusal("HUB-4010");
  }

  private List<HubRow> all(Element asked) {
    List<HubRow> rows = new ArrayList<>();
    Element first = null;
    for (Element criterion : RequestCheck.criteria(asked)) {
      if (!RequestCheck.values(criterion).isEmpty()) {
        first = criterion;
        break;
      }
    }
    List<String> values = first == null ? List.of("") : RequestCheck.values(first);
    for (String value : values) {
      for (int i = 0; i < ROWS; i++) {
        rows.add(row(asked, first, value, i));
      }
    }
    return rows;
  }

  private HubRow row(Element asked, @Nullable Element first, String value, int number) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Element criterion : RequestCheck.criteria(asked)) {
      List<String> values = RequestCheck.values(criterion);
      String from = AnswerReader.optional(criterion, "from");
      if (!values.isEmpty() || from != null) {
        given.put(criterion.getLocalName(), values.isEmpty() ? from : values.get(0));
      }
    }
    if (first != null) {
      given.put(first.getLocalName(), value);
    }
    List<String> wanted = RequestCheck.fields(asked);
    Map<String, String> row = new LinkedHashMap<>();
    for (String name : service.returned()) {
      if (wanted.isEmpty() || wanted.contains(name)) {
        String known = given.get(name);
        row.put(name, known != null ? known : made(name, value, number));
      }
    }
    return new HubRow(row);
  }

  private String made(String field, String value, int number) {
    GrantConf.Type type = requireNonNull(service.fields().get(field), field);
    // String.hashCode is the same everywhere and always.
    Random random = new Random((operation + field + value + number).hashCode());
    LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1500));
    return switch (type.name()) {
      case "INTEGER" -> String.valueOf(random.nextInt(type.length() > 1 ? 100 : 10));
      case "DECIMAL" -> BigDecimal.valueOf(random.nextInt(100), type.scale()).toPlainString();
      case "DATE" -> day.toString();
      case "TIMESTAMP" -> day + "T08:00:00+08:00";
      case "CODE" -> code(type, random);
      default -> text(field, type.length(), random);
    };
  }

  private static String code(GrantConf.Type type, Random random) {
    return type.codes().isEmpty()
        ? "0".repeat(Math.max(0, type.length() - 1)) + "1"
        : type.codes().get(random.nextInt(type.codes().size()));
  }

  private static String text(String field, int length, Random random) {
    String number = "%04d".formatted(random.nextInt(10_000));
    // The check digit of A12345678 is 9: nobody has a number of this form with 8.
    String text =
        field.matches(".*[iI]dNo")
            ? "A123456788"
            : field.endsWith("Name") ? "模擬" + number : "S" + number;
    return text.length() <= length ? text : text.substring(0, Math.max(length, 0));
  }
}
