package tw.gov.mocs.hub.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
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
  private final SourceCheck source;
  private final SourceMetadata metadata;
  private final Clock clock;

  ServiceRegister(
      Catalogue catalogue,
      CatalogueStore store,
      CatalogueEditor editor,
      SourceCheck source,
      SourceMetadata metadata,
      Clock clock) {
    this.catalogue = catalogue;
    this.store = store;
    this.editor = editor;
    this.source = source;
    this.metadata = metadata;
    this.clock = clock;
  }

  /**
   * A draft against what is published and what the source has.
   *
   * @param service what it would publish; null where it cannot be put together
   * @param present what is published now; null for a new service
   * @param faults what is wrong, none for a draft that can be published
   */
  public record Look(
      @Nullable ExchangeService service,
      @Nullable ExchangeService present,
      List<ServiceFault> faults) {

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
    List<ServiceFault> faults = new ArrayList<>(CatalogueEditor.faults(composed, present, today()));
    ExchangeService service = composed.service();
    if (service != null) {
      faults.addAll(source.faults(service));
    }
    return new Look(composed.service(), present, faults.stream().distinct().toList());
  }

  /**
   * Publishes a draft.
   *
   * @param seen the version that somebody looked at; 0 for none
   * @return the number of the version
   * @throws HubException CHANGED_MEANWHILE, or VALUE_INVALID for what {@link #look} finds
   */
  public int publish(ServiceDraft draft, int seen, String reason, Actor actor) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "no reason, or too long", "理由", "1–" + LONGEST_REASON + " 字");
    }
    Look look = look(draft);
    int version = look.present() == null ? 0 : look.present().version();
    if (version == seen && !look.faults().isEmpty()) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, look.faults().toString(), draft.code().value(), "不符規定");
    }
    return editor.publish(draft, seen, reason, actor);
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
      found.get(i).stream()
          .flatMap(there -> there.keys().stream())
          .forEach(column -> keys.add(new DeclaredKey(table, column)));
    }
    return keys;
  }

  /** A column of a table that finds one row at most. */
  public record DeclaredKey(ExchangeTable table, String column) {}
}
