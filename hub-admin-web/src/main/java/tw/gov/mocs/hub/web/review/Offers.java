package tw.gov.mocs.hub.web.review;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.web.review.Offer.Item;

/** What a reviewer can grant on an application, from the catalogue as it stands now. */
@Component
final class Offers {

  private final Catalogue catalogue;

  Offers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Whether it asks for a one-time file. */
  static boolean isFile(Application application) {
    return application.content().method() == DeliveryMethod.ONE_TIME_FILE;
  }

  /** The services that were asked for; of a one-time file, every table and every open service. */
  List<Offer> of(Application application, Locale locale) {
    CatalogueSnapshot current = catalogue.current();
    boolean english = locale.getLanguage().equals("en");
    if (isFile(application)) {
      return Stream.concat(
              current.tables().values().stream()
                  .filter(table -> !table.pagingKey().isEmpty())
                  .sorted(Comparator.comparing(ExchangeTable::name))
                  .map(table -> table(table, current, english)),
              current.open().stream().map(service -> service(service, english)))
          .toList();
    }
    return application.content().services().stream()
        .flatMap(asked -> service(asked, current, english).stream())
        .toList();
  }

  private static Offer table(ExchangeTable table, CatalogueSnapshot current, boolean english) {
    List<Item> fields = table.fields().stream().map(field -> item(field, true, english)).toList();
    String services =
        current.services().values().stream()
            .filter(service -> service.table().name().equals(table.name()))
            .map(service -> service.code().value())
            .collect(Collectors.joining(" "));
    String name = english ? table.labelEn() : table.label();
    return new Offer(table.name(), name, services, "", fields, fields);
  }

  private static Offer service(ExchangeService service, boolean english) {
    RowSource source = RowSource.of(service);
    return new Offer(
        source.name(),
        english ? source.labelEn() : source.label(),
        source.tableNames(),
        "",
        source.fields().stream().map(field -> item(field, true, english)).toList(),
        conditional(source, english));
  }

  private static Optional<Offer> service(
      ServiceRequest asked, CatalogueSnapshot current, boolean english) {
    return current
        .find(asked.service())
        .map(
            service ->
                new Offer(
                    service.code().value(),
                    english ? service.nameEn() : service.name(),
                    "",
                    asked.justification(),
                    fields(asked, service, english),
                    conditional(RowSource.of(service), english)));
  }

  /** The fields of all its tables, those of a joined one under its name. */
  private static List<Item> conditional(RowSource source, boolean english) {
    return source
        .tables()
        .flatMap(table -> table.fields().stream().map(field -> column(source, table, field)))
        .map(column -> column.named(english))
        .toList();
  }

  private static Column column(RowSource source, ExchangeTable table, Field field) {
    return new Column(table, field, table.name().equals(source.table().name()));
  }

  /** A field as a row condition names it. */
  private record Column(ExchangeTable table, Field field, boolean first) {

    Item named(boolean english) {
      Item item = item(field, false, english);
      return first
          ? item
          : new Item(
              table.name() + "." + item.name(),
              (english ? table.labelEn() : table.label()) + " " + item.label(),
              item.type(),
              item.length(),
              item.restricted(),
              false,
              item.searchable());
    }
  }

  private static List<Item> fields(ServiceRequest asked, ExchangeService service, boolean english) {
    return service.fields().stream()
        .filter(field -> isAsked(asked, field) || field.criterion() != null)
        .map(field -> item(field, isAsked(asked, field), english))
        .toList();
  }

  private static boolean isAsked(ServiceRequest asked, Field field) {
    return asked.fields().contains(field.xmlName());
  }

  private static Item item(Field field, boolean asked, boolean english) {
    return new Item(
        field.xmlName(),
        english ? field.labelEn() : field.label(),
        field.type(),
        field.length(),
        field.dataClass() == DataClass.RESTRICTED,
        asked,
        field.criterion() != null);
  }
}
