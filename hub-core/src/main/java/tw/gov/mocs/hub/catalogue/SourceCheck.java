package tw.gov.mocs.hub.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  List<ServiceFault> faults(ExchangeService service) {
    try {
      return check(service);
    } catch (HubException e) {
      if (e.code() != ErrorCode.SOURCE_UNAVAILABLE) {
        throw e;
      }
      return List.of(ServiceFault.of(Place.TABLE, Kind.SILENT));
    }
  }

  private List<ServiceFault> check(ExchangeService service) {
    List<ExchangeTable> tables = service.tables();
    List<Optional<FoundTable>> found = source.find(tables);
    Map<String, FoundTable> there = new HashMap<>();
    List<ServiceFault> faults = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      String name = tables.get(i).name();
      found.get(i).ifPresent(table -> there.put(name, table));
      if (found.get(i).isEmpty()) {
        faults.add(
            i == 0
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
    } else if (!column.fits(field)) {
      faults.add(ServiceFault.at(Place.FIELDS, name, Kind.RETYPED, told + " " + column.written()));
    }
  }
}
