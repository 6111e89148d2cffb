package tw.gov.mocs.hub.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;

/** Puts a draft together from the catalogue of now. */
final class ServiceComposition {

  private final ServiceDraft draft;
  private final CatalogueSnapshot now;
  private final List<ServiceFault> faults = new ArrayList<>();
  private final Map<String, LocalDate> ends = new HashMap<>();

  private ServiceComposition(ServiceDraft draft, CatalogueSnapshot now) {
    this.draft = draft;
    this.now = now;
  }

  /**
   * What a draft would publish.
   *
   * @param service null where a table of it is unknown
   */
  record Composed(@Nullable ExchangeService service, List<ServiceFault> faults) {}

  static Composed of(ServiceDraft draft, CatalogueSnapshot now, @Nullable ExchangeService present) {
    ServiceComposition composition = new ServiceComposition(draft, now);
    ExchangeService service = composition.service(present);
    return new Composed(service, List.copyOf(composition.faults));
  }

  private @Nullable ExchangeService service(@Nullable ExchangeService present) {
    ExchangeTable registered = now.tables().get(draft.table());
    if (registered == null) {
      faults.add(ServiceFault.of(Place.TABLE, Kind.UNKNOWN, draft.table()));
      return null;
    }
    ExchangeTable table = registered.pagedBy(draft.pagingKey());
    JoinOrder order = JoinOrder.of(draft);
    faults.addAll(order.faults());
    List<Field> fields = new ArrayList<>(fields(table, ""));
    Set<String> taken = new HashSet<>();
    table.fields().forEach(field -> taken.add(field.xmlName()));
    List<TableJoin> joins = new ArrayList<>();
    for (ServiceDraft.Join join : order.joins()) {
      ExchangeTable joined = now.tables().get(join.table());
      if (joined == null) {
        faults.add(ServiceFault.at(Place.JOINS, join.table(), Kind.UNKNOWN, join.table(), ""));
        continue;
      }
      List<Field> some = fields(joined, joined.name() + ".");
      for (Field field : some) {
        if (!taken.add(field.xmlName())) {
          String name = ServiceDraft.name(joined.name(), field.xmlName());
          faults.add(ServiceFault.at(Place.FIELDS, name, Kind.TAKEN, name));
        }
      }
      fields.addAll(some);
      joins.add(new TableJoin(joined, join.keyColumn(), join.fromTable(), join.fromColumn(), some));
    }
    requireFields(order.joins());
    return new ExchangeService(
        draft.code(),
        present == null ? 1 : present.version() + 1,
        draft.name(),
        draft.nameEn(),
        draft.category(),
        draft.description(),
        draft.descriptionEn(),
        present == null ? ServiceStatus.CLOSED : present.status(),
        present == null ? "" : present.notice(),
        table,
        fields,
        draft.requiredCriteria(),
        draft.keepRequest(),
        draft.encryptAnswer(),
        joins,
        draft.purposeRule(),
        ends,
        present == null ? null : present.planned());
  }

  /** The offered fields of a table, in its order. */
  private List<Field> fields(ExchangeTable table, String prefix) {
    List<Field> some = new ArrayList<>();
    for (Field field : table.fields()) {
      String name = prefix + field.xmlName();
      if (draft.fields().contains(name)) {
        Field described = field.described(draft.texts().getOrDefault(name, FieldTexts.OWN));
        some.add(draft.unsearchable().contains(name) ? described.withoutCriterion() : described);
        LocalDate end = draft.ends().get(name);
        if (end != null) {
          ends.put(field.xmlName(), end);
        }
      }
    }
    return some;
  }

  /** Refuses names of fields that no table has, or that are named twice. */
  private void requireFields(List<ServiceDraft.Join> joins) {
    Set<String> seen = new HashSet<>();
    for (String name : draft.fields()) {
      if (!seen.add(name)) {
        faults.add(ServiceFault.at(Place.FIELDS, name, Kind.REPEATED, name));
      } else if (!isKnown(name, joins)) {
        faults.add(ServiceFault.at(Place.FIELDS, name, Kind.UNKNOWN, name));
      }
    }
  }

  private boolean isKnown(String name, List<ServiceDraft.Join> joins) {
    int dot = name.lastIndexOf('.');
    String table = dot < 0 ? draft.table() : name.substring(0, dot);
    boolean read = dot < 0 || joins.stream().anyMatch(join -> join.table().equals(table));
    ExchangeTable found = now.tables().get(table);
    return read && found != null && found.findField(name.substring(dot + 1)).isPresent();
  }
}
