package tw.gov.mocs.hub.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.exchange.Criterion.Range;
import tw.gov.mocs.hub.exchange.Criterion.Values;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * Writes criteria in the one form that the log keeps and page tokens are bound to: JSON, fields and
 * values sorted, every identity number as its keyed hash. It takes refused calls as well, whose
 * criteria may hold anything.
 */
final class CriteriaText {

  private static final int MAX_VALUES = 1000;
  private static final int MAX_VALUE = 400;

  private final UnaryOperator<String> hash;
  private final @Nullable ExchangeService service;

  /**
   * For the criteria of one service.
   *
   * @param hash makes the keyed hash of an identity number
   * @param service null for one that does not exist
   */
  CriteriaText(UnaryOperator<String> hash, @Nullable ExchangeService service) {
    this.hash = hash;
    this.service = service;
  }

  /** The canonical criteria; {@code {}} when there are none. */
  String of(List<Criterion> criteria) {
    if (criteria.size() == 1) {
      return "{" + one(criteria.get(0)) + "}";
    }
    return criteria.stream()
        .sorted(Comparator.comparing(Criterion::field))
        .map(this::one)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String one(Criterion criterion) {
    boolean identifier = isIdentifier(criterion.field());
    String text;
    if (criterion instanceof Values some) {
      text = values(some.values(), identifier);
    } else {
      Range range = (Range) criterion;
      text =
          "{\"from\":%s,\"to\":%s}"
              .formatted(value(range.from(), identifier), value(range.to(), identifier));
    }
    return Json.string(shortened(criterion.field())) + ":" + text;
  }

  private String values(List<String> values, boolean identifier) {
    if (values.size() > MAX_VALUES) {
      // Refused as too many; the log keeps how many, not a megabyte of them.
      return "[\"(" + values.size() + ")\"]";
    }
    return values.stream()
        .map(value -> value(value, identifier))
        .sorted()
        .distinct()
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String value(@Nullable String value, boolean identifier) {
    if (value == null) {
      return "null";
    }
    // An identity number in a field that is not meant for one is hashed all the same.
    boolean hashed = identifier || (value.length() >= 10 && IdentityForms.in(value));
    return Json.string(hashed ? hash.apply(value) : shortened(value));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
  }

  private boolean isIdentifier(String name) {
    return service != null
        && service
            .findField(name)
            .filter(field -> field.dataClass() == DataClass.IDENTIFIER)
            .isPresent();
  }
}
