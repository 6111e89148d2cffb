package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 服務管理: what an administrator composes, compares and publishes. What would break callers, and what
 * the source does not have, is told before and refused at publishing.
 */
@Component
public class ServiceRegister {

  /** Characters of a reason. */
  public static final int LONGEST_REASON = CatalogueRegister.LONGEST_REASON;

  private final Catalogue catalogue;
  private final CatalogueStore store;
  private final CatalogueEditor editor;
  private final ServiceDrafts drafts;
  private final SourceCheck source;
  private final GrantedFields granted;
  private final SourceMetadata metadata;
  private final Clock clock;
  private final TransactionTemplate transactions;

  ServiceRegister(
      Catalogue catalogue,
      CatalogueStore store,
      CatalogueEditor editor,
      ServiceDrafts drafts,
      SourceCheck source,
      GrantedFields granted,
      SourceMetadata metadata,
      Clock clock,
      TransactionTemplate transactions) {
    this.catalogue = catalogue;
    this.store = store;
    this.editor = editor;
    this.drafts = drafts;
    this.source = source;
    this.granted = granted;
    this.metadata = metadata;
    this.clock = clock;
    this.transactions = transactions;
  }

  /**
   * A draft against what is published and what the source has.
   *
   * @param service what it would publish; null where it cannot be put together
   * @param present what is published now; null for a new service
   * @param faults what is wrong, none for a draft that can be published
   * @param standing what the published version suffers from already, because the source has
   *     changed, and the draft keeps: no reason against it
   * @param gone published fields that no call is given any more, so that the draft may leave them
   *     out; named as drafts name them
   */
  public record Look(
      @Nullable ExchangeService service,
      @Nullable ExchangeService present,
      List<ServiceFault> faults,
      List<ServiceFault> standing,
      Set<String> gone) {

    /** The difference to what is published; empty for a new service. */
    public List<ServiceChange> changes() {
      return service == null || present == null
          ? List.of()
          : ServiceChange.between(present, service);
    }
  }

  /** The service with this code; NOT_FOUND if there is none. */
  public ExchangeService get(String code) {
    return Optional.of(code)
        .filter(ServiceCode::matches)
        .flatMap(known -> catalogue.current().find(new ServiceCode(known)))
        .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no service " + code, code));
  }

  /** Every version of a service, the newest first. */
  public List<ServiceVersion> versions(ServiceCode code) {
    return store.versions(code);
  }

  /** The day by Taipei time, before which nothing can be announced. */
  public LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }

  /** Looks at a draft; nothing is changed. */
  public Look look(ServiceDraft draft) {
    CatalogueSnapshot now = catalogue.current();
    ExchangeService present = now.find(draft.code()).orElse(null);
    ServiceComposition.Composed composed = ServiceComposition.of(draft, now, present);
    ExchangeService service = composed.service();
    if (service == null) {
      List<ServiceFault> faults = composed.faults().stream().distinct().toList();
      return new Look(null, present, faults, List.of(), Set.of());
    }
    SourceCheck.Found found = source.look(service, present);
    List<ServiceFault> faults =
        new ArrayList<>(CatalogueEditor.faults(composed, present, found.gone(), today()));
    faults.addAll(found.faults());
    faults.addAll(stillNarrowing(service, present));
    return new Look(
        service, present, faults.stream().distinct().toList(), found.standing(), found.gone());
  }

  /**
   * What calls of a published service suffer from because the source has changed; nothing while the
   * source does not answer.
   */
  public List<ServiceFault> standing(ExchangeService service) {
    return source.standing(service);
  }

  /** Without its table, a row condition could not be kept: the grant would give nothing. */
  private List<ServiceFault> stillNarrowing(
      ExchangeService next, @Nullable ExchangeService present) {
    if (present == null || present.joins().isEmpty()) {
      return List.of();
    }
    Map<String, Long> conditions = granted.count().conditions();
    return present.joins().stream()
        .map(join -> join.table().name())
        .filter(table -> next.tables().stream().noneMatch(one -> one.name().equals(table)))
        .filter(table -> conditions.containsKey(present.code() + "." + table))
        .map(
            table -> {
              String count = String.valueOf(conditions.get(present.code() + "." + table));
              return ServiceFault.at(Place.JOINS, table, Kind.BREAKS_CONDITION, table, count);
            })
        .toList();
  }

  /**
   * Publishes a draft; where it was saved, it is saved no more.
   *
   * @param saved where it was saved; null for nowhere
   * @param seen the version that somebody looked at; 0 for none
   * @return the number of the version
   * @throws HubException CHANGED_MEANWHILE, or VALUE_INVALID for what {@link #look} finds
   */
  public int publish(
      ServiceDraft draft,
      ServiceDrafts.@Nullable Seen saved,
      int seen,
      String reason,
      Actor actor) {
    GivenReason.require(reason, LONGEST_REASON);
    Look look = look(draft);
    int version = look.present() == null ? 0 : look.present().version();
    if (version == seen && !look.faults().isEmpty()) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, look.faults().toString(), draft.code().value(), "不符規定");
    }
    Integer published =
        transactions.execute(
            status -> {
              if (saved != null) {
                drafts.forget(saved);
              }
              return editor.publish(draft, seen, look.gone(), reason, actor);
            });
    return requireNonNull(published, "version");
  }

  /** The unique columns that the source declares for each registered table, in this order. */
  public List<DeclaredKey> keys() {
    List<ExchangeTable> tables =
        catalogue.current().tables().values().stream()
            .sorted(Comparator.comparing(ExchangeTable::name))
            .toList();
    List<Optional<FoundTable>> found = metadata.find(tables);
    List<DeclaredKey> keys = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      ExchangeTable table = tables.get(i);
      FoundTable there = found.get(i).orElse(null);
      if (there == null) {
        continue;
      }
      for (String column : there.keys()) {
        FoundColumn declared = there.columns().get(column);
        keys.add(new DeclaredKey(table, column, declared != null && declared.isPagedBy()));
      }
    }
    return keys;
  }

  /**
   * A column of a table that finds one row at most.
   *
   * @param pages whether pages can be ordered by it
   */
  public record DeclaredKey(ExchangeTable table, String column, boolean pages) {}
}
