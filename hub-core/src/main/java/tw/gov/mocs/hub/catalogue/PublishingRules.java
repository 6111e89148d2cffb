package tw.gov.mocs.hub.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * What a version of a service must fulfil before it is published: by itself, and where there is one
 * against the version that callers use now. A new version only adds.
 */
final class PublishingRules {

  /** Design, section 9: longer changes of everybody are for who was granted the whole table. */
  private static final int LONGEST_RANGE = 31;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private final ExchangeService next;
  private final LocalDate today;
  private final Set<String> gone;
  private final List<ServiceFault> faults = new ArrayList<>();

  private PublishingRules(ExchangeService next, Set<String> gone, LocalDate today) {
    this.next = next;
    this.gone = gone;
    this.today = today;
  }

  /**
   * What is wrong with the next version.
   *
   * @param gone published fields that the source can give no call, named as drafts name them: they
   *     may go at once, for nobody is given them
   */
  static List<ServiceFault> faults(
      ExchangeService next, @Nullable ExchangeService present, Set<String> gone, LocalDate today) {
    PublishingRules rules = new PublishingRules(next, gone, today);
    rules.texts();
    rules.tables();
    rules.ends(present);
    rules.criteria(present);
    if (present != null) {
      rules.onlyAdds(present);
    }
    return List.copyOf(rules.faults);
  }

  private void texts() {
    text(Place.NAME, next.name(), 60, true);
    text(Place.NAME_EN, next.nameEn(), 120, true);
    text(Place.CATEGORY, next.category().name(), 60, true);
    text(Place.CATEGORY_EN, next.category().nameEn(), 120, true);
    text(Place.DESCRIPTION, next.description(), 400, false);
    text(Place.DESCRIPTION_EN, next.descriptionEn(), 400, false);
    for (Field field : next.fields()) {
      FieldTexts texts = next.texts(field);
      String name = ServiceDraft.name(next, field.xmlName());
      fieldText(Place.LABEL, name, texts.label(), CatalogueItem.LABEL);
      fieldText(Place.LABEL_EN, name, texts.labelEn(), CatalogueItem.LABEL_EN);
      fieldText(Place.FIELD_DESCRIPTION, name, texts.description(), CatalogueItem.DESCRIPTION);
    }
  }

  private void fieldText(Place place, String name, String text, CatalogueItem like) {
    if (text.length() > like.longest()) {
      String longest = String.valueOf(like.longest());
      faults.add(ServiceFault.at(place, name, Kind.TOO_LONG, longest));
    } else if (CONTROL.matcher(text).find()) {
      faults.add(ServiceFault.at(place, name, Kind.UNKNOWN, ""));
    } else if (IdentityForms.in(text)) {
      faults.add(ServiceFault.at(place, name, Kind.NUMBER));
    }
  }

  private void text(Place place, String text, int longest, boolean required) {
    if (required && text.isBlank()) {
      add(place, Kind.MISSING);
    } else if (text.length() > longest) {
      add(place, Kind.TOO_LONG, String.valueOf(longest));
    } else if (CONTROL.matcher(text).find()) {
      add(place, Kind.UNKNOWN, "");
    } else if (IdentityForms.in(text)) {
      add(place, Kind.NUMBER);
    }
  }

  private void tables() {
    for (ExchangeTable table : next.tables()) {
      if (table.pagingKey().isEmpty() && table.name().equals(next.table().name())) {
        // Pages are ordered by it: without one a row could be skipped or told twice.
        add(Place.TABLE, Kind.NO_KEY, table.name());
      }
    }
    if (next.fields().isEmpty()) {
      add(Place.FIELDS, Kind.MISSING);
    }
    if (next.joins().size() > ServiceDraft.MOST_JOINS) {
      add(Place.JOINS, Kind.TOO_MANY, String.valueOf(ServiceDraft.MOST_JOINS));
    }
    for (TableJoin join : next.joins()) {
      String name = join.table().name();
      boolean led = next.joins().stream().anyMatch(other -> other.fromTable().equals(name));
      if (join.fields().isEmpty() && !led) {
        faults.add(ServiceFault.at(Place.JOINS, name, Kind.IDLE, name));
      }
    }
  }

  private void ends(@Nullable ExchangeService present) {
    next.ends()
        .forEach(
            (name, day) -> {
              LocalDate told = present == null ? null : present.ends().get(name);
              if (!day.equals(told) && !day.isAfter(today)) {
                end(name, Kind.PAST);
              } else if (told != null && day.isBefore(told)) {
                end(name, Kind.BREAKS_END);
              }
            });
  }

  private void end(String name, Kind kind) {
    String field = ServiceDraft.name(next, name);
    faults.add(ServiceFault.at(Place.ENDS, field, kind, field));
  }

  private void criteria(@Nullable ExchangeService present) {
    RequiredCriteria required = next.requiredCriteria();
    if (required == null) {
      if (next.isOfPersons()) {
        add(Place.ANY_OF, Kind.NEEDS_CRITERIA);
      }
    } else {
      if (required.anyOf().isEmpty()) {
        add(Place.ANY_OF, Kind.MISSING);
      }
      required.anyOf().forEach(name -> searchable(Place.ANY_OF, name, CriterionKind.EQ));
      searchable(Place.RANGE_FIELD, required.rangeField(), CriterionKind.RANGE);
      if (required.rangeDays() < 1 || required.rangeDays() > LONGEST_RANGE) {
        add(Place.RANGE_DAYS, Kind.NO_DAYS, String.valueOf(LONGEST_RANGE));
      }
    }
    RequiredCriteria before = present == null ? null : present.requiredCriteria();
    if (present != null && required != null && isNarrower(required, before, isGone(present))) {
      add(Place.ANY_OF, Kind.BREAKS_CRITERIA, present.code().value());
    }
  }

  private void searchable(Place place, String name, CriterionKind kind) {
    if (next.findField(name).filter(field -> field.criterion() == kind).isEmpty()) {
      add(place, Kind.NOT_SEARCHABLE, name);
    }
  }

  /**
   * Whether answers are encrypted may change either way: how data are protected is the ministry's
   * to decide, and a caller who has no certificate for it is told so by a code of its own.
   */
  private void onlyAdds(ExchangeService present) {
    if (!next.table().name().equals(present.table().name())) {
      add(Place.TABLE, Kind.BREAKS_TABLE, present.table().name());
      return;
    }
    if (!next.table().pagingKey().equals(present.table().pagingKey())) {
      // Page tokens of calls under way hold a value of the key.
      add(Place.KEY, Kind.BREAKS_KEY, present.table().pagingKey());
    }
    for (TableJoin join : present.joins()) {
      String table = join.table().name();
      if (next.joins().stream()
          .anyMatch(other -> other.table().name().equals(table) && !other.findsAs(join))) {
        faults.add(ServiceFault.at(Place.JOINS, table, Kind.BREAKS_JOIN, table));
      }
    }
    for (Field field : present.fields()) {
      kept(field, present);
    }
    if (next.purposeRule() == PurposeRule.CASE_NUMBER && present.purposeRule() == PurposeRule.ANY) {
      add(Place.PURPOSE, Kind.BREAKS_PURPOSE);
    }
  }

  private void kept(Field field, ExchangeService present) {
    String name = ServiceDraft.name(present, field.xmlName());
    Optional<Field> kept = next.findField(field.xmlName(), present.tableOf(field.xmlName()).name());
    LocalDate end = present.ends().get(field.xmlName());
    if (end != null && end.isBefore(today) || gone.contains(name)) {
      // It was announced, and its last day is over; or every call that names it fails.
      return;
    }
    if (kept.isEmpty()) {
      faults.add(ServiceFault.at(Place.FIELDS, name, Kind.BREAKS_FIELD, name));
    } else if (field.criterion() != null && kept.get().criterion() == null) {
      faults.add(ServiceFault.at(Place.FIELDS, name, Kind.BREAKS_SEARCH, name));
    }
  }

  private Predicate<String> isGone(ExchangeService present) {
    return element -> gone.contains(ServiceDraft.name(present, element));
  }

  /** Whether a call that was answered before by the criteria would be refused after. */
  private static boolean isNarrower(
      RequiredCriteria after, @Nullable RequiredCriteria before, Predicate<String> isGone) {
    if (before == null || !before.anyOf().stream().allMatch(isGone.or(after.anyOf()::contains))) {
      return true;
    }
    return !isGone.test(before.rangeField())
        && (!after.rangeField().equals(before.rangeField())
            || after.rangeDays() < before.rangeDays());
  }

  private void add(Place place, Kind kind, String... told) {
    faults.add(ServiceFault.of(place, kind, told));
  }

  static HubException invalid(String what, String why) {
    return new HubException(ErrorCode.VALUE_INVALID, what + ": " + why, what, why);
  }
}
