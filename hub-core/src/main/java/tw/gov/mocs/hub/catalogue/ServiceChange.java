package tw.gov.mocs.hub.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One difference of a version of a service to the one before.
 *
 * @param aspect what differs
 * @param name of which field or table; else empty
 * @param before as it was; empty for what was not there
 * @param after as it will be; empty for what will not be there
 */
public record ServiceChange(Aspect aspect, String name, String before, String after) {

  private static final String NEXT = "; ";
  private static final String TO = " → ";

  /** How one begins in a text of the log. */
  private static final Pattern BEGIN =
      Pattern.compile(
          Arrays.stream(Aspect.values())
              .map(Enum::name)
              .collect(Collectors.joining("|", "(?:^|" + NEXT + ")(", ")(?: ([^ :]+))?: ")));

  /** What can differ. */
  public enum Aspect {
    NAME,
    NAME_EN,
    CATEGORY,
    CATEGORY_EN,
    DESCRIPTION,
    DESCRIPTION_EN,
    PAGING_KEY,
    JOIN,
    /** A field that is offered, by its label. */
    FIELD,
    /** How a field may be searched. */
    SEARCH,
    /** What the service alone calls a field. */
    LABEL,
    LABEL_EN,
    FIELD_DESCRIPTION,
    /** The last day of a field. */
    END,
    ANY_OF,
    RANGE,
    PURPOSE,
    KEEP_REQUEST,
    ENCRYPT
  }

  /** What differs, in the order of the aspects and of the fields. */
  public static List<ServiceChange> between(ExchangeService before, ExchangeService after) {
    Differences all = new Differences();
    all.add(Aspect.NAME, "", before.name(), after.name());
    all.add(Aspect.NAME_EN, "", before.nameEn(), after.nameEn());
    all.add(Aspect.CATEGORY, "", before.category().name(), after.category().name());
    all.add(Aspect.CATEGORY_EN, "", before.category().nameEn(), after.category().nameEn());
    all.add(Aspect.DESCRIPTION, "", before.description(), after.description());
    all.add(Aspect.DESCRIPTION_EN, "", before.descriptionEn(), after.descriptionEn());
    all.add(Aspect.PAGING_KEY, "", before.table().pagingKey(), after.table().pagingKey());
    for (TableJoin join : after.joins()) {
      all.add(Aspect.JOIN, join.table().name(), told(before, join), told(join));
    }
    for (TableJoin join : before.joins()) {
      if (told(after, join).isEmpty()) {
        all.add(Aspect.JOIN, join.table().name(), told(join), "");
      }
    }
    all.fields(before, after);
    all.add(Aspect.ANY_OF, "", anyOf(before), anyOf(after));
    all.add(Aspect.RANGE, "", range(before), range(after));
    all.add(Aspect.PURPOSE, "", before.purposeRule().name(), after.purposeRule().name());
    all.add(Aspect.KEEP_REQUEST, "", before.keepRequest() + "", after.keepRequest() + "");
    all.add(Aspect.ENCRYPT, "", before.encryptAnswer() + "", after.encryptAnswer() + "");
    return List.copyOf(all.changes);
  }

  /** How a join is written: {@code TABLE.KEY = FROM.COLUMN}. */
  public static String told(TableJoin join) {
    return "%s.%s = %s.%s"
        .formatted(join.table().name(), join.keyColumn(), join.fromTable(), join.fromColumn());
  }

  private static String told(ExchangeService service, TableJoin wanted) {
    return service.joins().stream()
        .filter(join -> join.table().name().equals(wanted.table().name()))
        .map(ServiceChange::told)
        .findFirst()
        .orElse("");
  }

  private static String anyOf(ExchangeService service) {
    RequiredCriteria required = service.requiredCriteria();
    return required == null ? "" : String.join(", ", required.anyOf());
  }

  private static String range(ExchangeService service) {
    RequiredCriteria required = service.requiredCriteria();
    return required == null ? "" : required.rangeField() + " " + required.rangeDays();
  }

  /** One line for the log. */
  @Override
  public String toString() {
    String what = name.isEmpty() ? aspect.name() : aspect + " " + name;
    return what + ": " + before + TO + after;
  }

  /** What was found so far. */
  private static final class Differences {

    private final List<ServiceChange> changes = new ArrayList<>();

    void add(Aspect aspect, String name, String before, String after) {
      if (!before.equals(after)) {
        changes.add(new ServiceChange(aspect, name, before, after));
      }
    }

    void fields(ExchangeService before, ExchangeService after) {
      for (Field field : after.fields()) {
        String name = field.xmlName();
        Field old = before.findField(name).orElse(null);
        if (old == null) {
          add(Aspect.FIELD, ServiceDraft.name(after, name), "", field.label());
          add(Aspect.SEARCH, ServiceDraft.name(after, name), "", search(field));
        } else {
          add(Aspect.SEARCH, ServiceDraft.name(after, name), search(old), search(field));
          texts(ServiceDraft.name(after, name), before.texts(old), after.texts(field));
        }
        add(
            Aspect.END,
            ServiceDraft.name(after, name),
            Objects.toString(before.ends().get(name), ""),
            Objects.toString(after.ends().get(name), ""));
      }
      for (Field field : before.fields()) {
        if (after.findField(field.xmlName()).isEmpty()) {
          add(Aspect.FIELD, ServiceDraft.name(before, field.xmlName()), field.label(), "");
        }
      }
    }

    private void texts(String name, FieldTexts before, FieldTexts after) {
      add(Aspect.LABEL, name, before.label(), after.label());
      add(Aspect.LABEL_EN, name, before.labelEn(), after.labelEn());
      add(Aspect.FIELD_DESCRIPTION, name, before.description(), after.description());
    }

    private static String search(Field field) {
      return Objects.toString(field.criterion(), "");
    }
  }

  /**
   * What such a text of the log tells; of one that was cut without its end. A before that holds an
   * arrow is told as shorter than it was.
   */
  public static List<ServiceChange> read(String told) {
    List<MatchResult> begins = BEGIN.matcher(told).results().toList();
    List<ServiceChange> changes = new ArrayList<>();
    for (int i = 0; i < begins.size(); i++) {
      MatchResult begin = begins.get(i);
      int end = i + 1 == begins.size() ? told.length() : begins.get(i + 1).start();
      String[] both = told.substring(begin.end(), end).split(TO, 2);
      String name = Objects.requireNonNullElse(begin.group(2), "");
      String after = both.length == 1 ? "…" : both[1];
      changes.add(new ServiceChange(Aspect.valueOf(begin.group(1)), name, both[0], after));
    }
    return List.copyOf(changes);
  }

  /** All of them in one text of the log, cut where it would be too long for it. */
  static @Nullable String told(List<ServiceChange> changes, int longest) {
    if (changes.isEmpty()) {
      return null;
    }
    String all = String.join(NEXT, changes.stream().map(ServiceChange::toString).toList());
    return all.length() <= longest ? all : all.substring(0, longest - 1) + "…";
  }
}
