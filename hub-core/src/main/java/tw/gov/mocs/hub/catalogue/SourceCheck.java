package tw.gov.mocs.hub.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Whether the source still has what a service is composed of. */
@Component
class SourceCheck {

  private final SourceMetadata source;

  SourceCheck(SourceMetadata source) {
    this.source = source;
  }

  /**
   * How the source stands to a version that is to be published.
   *
   * @param faults what the version would take from the source that is not there
   * @param standing what the published version suffers from already and the next one keeps; it is
   *     no reason against the next one, which could else neither end it nor change anything beside
   *     it
   * @param gone published fields that no call can be given, named as drafts name them
   */
  record Found(List<ServiceFault> faults, List<ServiceFault> standing, Set<String> gone) {}

  /**
   * Compares a version with the source.
   *
   * @param present what is published now; null for a new service
   */
  Found look(ExchangeService next, @Nullable ExchangeService present) {
    try {
      List<ServiceFault> faults = faults(next, found(next));
      if (present == null) {
        return new Found(faults, List.of(), Set.of());
      }
      Map<String, FoundTable> there = found(present);
      List<ServiceFault> known = faults(present, there);
      return new Found(
          faults.stream().filter(fault -> !known.contains(fault)).toList(),
          faults.stream().filter(known::contains).toList(),
          gone(present, there));
    } catch (HubException e) {
      if (e.code() != ErrorCode.SOURCE_UNAVAILABLE) {
        throw e;
      }
      return new Found(List.of(ServiceFault.of(Place.TABLE, Kind.SILENT)), List.of(), Set.of());
    }
  }

  /** What calls of a published service suffer from; nothing while the source does not answer. */
  List<ServiceFault> standing(ExchangeService service) {
    try {
      return faults(service, found(service));
    } catch (HubException e) {
      if (e.code() != ErrorCode.SOURCE_UNAVAILABLE) {
        throw e;
      }
      return List.of();
    }
  }

  private Map<String, FoundTable> found(ExchangeService service) {
    List<ExchangeTable> tables = service.tables();
    List<Optional<FoundTable>> found = source.find(tables);
    Map<String, FoundTable> there = new HashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      String name = tables.get(i).name();
      found.get(i).ifPresent(table -> there.put(name, table));
    }
    return there;
  }

  /** Fields whose column, or the way to whose table, is gone: every call for one fails. */
  private static Set<String> gone(ExchangeService service, Map<String, FoundTable> there) {
    Map<String, FoundTable> reached = new HashMap<>();
    FoundTable first = there.get(service.table().name());
    if (first != null) {
      reached.put(service.table().name(), first);
    }
    for (TableJoin join : service.joins()) {
      FoundTable from = reached.get(join.fromTable());
      FoundTable to = there.get(join.table().name());
      if (from != null
          && to != null
          && from.columns().containsKey(join.fromColumn())
          && to.columns().containsKey(join.keyColumn())) {
        reached.put(join.table().name(), to);
      }
    }
    Set<String> gone = new HashSet<>();
    for (Field field : service.fields()) {
      FoundTable table = reached.get(service.tableOf(field.xmlName()).name());
      if (table == null || !table.columns().containsKey(field.columnName())) {
        gone.add(ServiceDraft.name(service, field.xmlName()));
      }
    }
    return Set.copyOf(gone);
  }

  private static List<ServiceFault> faults(ExchangeService service, Map<String, FoundTable> there) {
    List<ServiceFault> faults = new ArrayList<>();
    for (ExchangeTable table : service.tables()) {
      String name = table.name();
      if (!there.containsKey(name)) {
        faults.add(
            name.equals(service.table().name())
                ? ServiceFault.of(Place.TABLE, Kind.VANISHED, name)
                : ServiceFault.at(Place.JOINS, name, Kind.VANISHED, name));
      }
    }
    first(service, there, faults);
    service.joins().forEach(join -> join(join, there, faults));
    service.fields().forEach(field -> field(service, field, there, faults));
    return faults;
  }

  private static void first(
      ExchangeService service, Map<String, FoundTable> there, List<ServiceFault> faults) {
    ExchangeTable table = service.table();
    FoundTable found = there.get(table.name());
    String key = table.pagingKey();
    if (found == null || key.isEmpty()) {
      return;
    }
    if (found.keys().isEmpty()) {
      faults.add(ServiceFault.of(Place.TABLE, Kind.NO_KEY, table.name()));
    } else if (!found.keys().contains(key)) {
      faults.add(ServiceFault.of(Place.KEY, Kind.NOT_UNIQUE, key));
    } else if (!isPagedBy(found, key)) {
      faults.add(ServiceFault.of(Place.KEY, Kind.OTHER_TYPE, key));
    }
  }

  private static boolean isPagedBy(FoundTable found, String key) {
    FoundColumn column = found.columns().get(key);
    return column != null && column.isPagedBy();
  }

  private static void join(
      TableJoin join, Map<String, FoundTable> there, List<ServiceFault> faults) {
    String name = join.table().name();
    FoundTable found = there.get(name);
    FoundTable from = there.get(join.fromTable());
    if (found == null || from == null) {
      return;
    }
    FoundColumn key = found.columns().get(join.keyColumn());
    FoundColumn column = from.columns().get(join.fromColumn());
    String told = ServiceChange.told(join);
    if (key == null || column == null) {
      faults.add(ServiceFault.at(Place.JOINS, name, Kind.UNKNOWN, told, ""));
    } else if (!found.keys().contains(join.keyColumn())) {
      faults.add(ServiceFault.at(Place.JOINS, name, Kind.NOT_UNIQUE, told));
    } else if (!type(key).equals(type(column))) {
      faults.add(ServiceFault.at(Place.JOINS, name, Kind.OTHER_TYPE, told));
    }
  }

  private static Optional<FieldType> type(FoundColumn column) {
    return column.propose(1).map(Field::type);
  }

  private static void field(
      ExchangeService service,
      Field field,
      Map<String, FoundTable> there,
      List<ServiceFault> faults) {
    ExchangeTable table = service.tableOf(field.xmlName());
    @Nullable FoundTable found = there.get(table.name());
    if (found == null) {
      return;
    }
    FoundColumn column = found.columns().get(field.columnName());
    String name = ServiceDraft.name(service, field.xmlName());
    String told = table.name() + "." + field.columnName();
    if (column == null) {
      faults.add(ServiceFault.at(Place.FIELDS, name, Kind.VANISHED, told));
    } else if (column.harm(field) != Harm.NONE) {
      faults.add(ServiceFault.at(Place.FIELDS, name, Kind.RETYPED, told, column.shape()));
    }
  }
}
