package tw.gov.mocs.hub.catalogue;

import static tw.gov.mocs.hub.catalogue.PublishingRules.invalid;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * What an administrator does to the catalogue: registers tables and publishes services. Each is
 * logged in the transaction that makes it.
 */
@Component
public class CatalogueEditor {

  /** Characters of a state in the log. */
  private static final int LONGEST = 1_000;

  private static final Pattern XML_NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

  private final CatalogueStore store;
  private final CatalogueMapper mapper;
  private final AuditLog log;
  private final Changes changes;
  private final Clock clock;
  private final TransactionTemplate transactions;

  CatalogueEditor(
      CatalogueStore store,
      CatalogueMapper mapper,
      AuditLog log,
      Changes changes,
      Clock clock,
      TransactionTemplate transactions) {
    this.store = store;
    this.mapper = mapper;
    this.log = log;
    this.changes = changes;
    this.clock = clock;
    this.transactions = transactions;
  }

  /**
   * Publishes the next version of a service, or the first one of a new service, which stays closed
   * until it is opened. A version only adds to the one before.
   *
   * @return the number of the version
   * @throws HubException VALUE_INVALID for what is not whole or would break callers
   */
  public int publish(ServiceDraft draft, Actor actor) {
    return publish(draft, null, Set.of(), null, actor);
  }

  /**
   * The same over the version that somebody looked at, 0 for none; else CHANGED_MEANWHILE.
   *
   * @param gone fields of that version that the source can give no call
   */
  int publish(
      ServiceDraft draft,
      @Nullable Integer seen,
      Set<String> gone,
      @Nullable String reason,
      Actor actor) {
    return change(
        () -> {
          CatalogueSnapshot now = store.read();
          ExchangeService present = now.find(draft.code()).orElse(null);
          int version = present == null ? 0 : present.version();
          if (seen != null && seen != version) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, draft.code() + " has changed");
          }
          ServiceComposition.Composed composed = ServiceComposition.of(draft, now, present);
          ExchangeService next = composed.service();
          List<ServiceFault> faults =
              faults(composed, present, gone, RocDate.dayOf(clock.instant()));
          if (next == null || !faults.isEmpty()) {
            throw new HubException(
                ErrorCode.VALUE_INVALID, faults.toString(), draft.code().value(), "不符規定");
          }
          if (present == null) {
            mapper.insertService(draft.code().value(), ServiceStatus.CLOSED, null, null);
          }
          store.insertVersion(next, clock.instant(), actor.name());
          log.act(published(next, present, reason, actor));
          return next.version();
        });
  }

  /** What is wrong with a version, but for what only the source knows. */
  static List<ServiceFault> faults(
      ServiceComposition.Composed composed,
      @Nullable ExchangeService present,
      Set<String> gone,
      LocalDate today) {
    List<ServiceFault> faults = new ArrayList<>(composed.faults());
    if (composed.service() != null) {
      faults.addAll(PublishingRules.faults(composed.service(), present, gone, today));
    }
    return faults;
  }

  private static Act published(
      ExchangeService next,
      @Nullable ExchangeService present,
      @Nullable String reason,
      Actor actor) {
    String after = "version " + next.version();
    String changes =
        present == null
            ? null
            : ServiceChange.told(
                ServiceChange.between(present, next), LONGEST - after.length() - 2);
    return new Act(
        AuditAction.SERVICE_PUBLISHED,
        actor,
        next.code().value(),
        null,
        present == null ? null : "version " + present.version(),
        changes == null ? after : after + ": " + changes,
        reason);
  }

  /**
   * Registers a table of the source, so that services can be composed from it.
   *
   * @param table as {@link TableImport#propose} proposed it and an administrator described it
   * @throws HubException ALREADY_EXISTS or VALUE_INVALID
   */
  public void register(ExchangeTable table, Actor actor) {
    requireNames(table);
    change(
        () -> {
          if (mapper.findTableId(table.name()).isPresent()) {
            throw new HubException(ErrorCode.ALREADY_EXISTS, table.name(), table.name());
          }
          store.insert(table);
          act(
              AuditAction.TABLE_IMPORTED,
              actor,
              table.name(),
              null,
              table.fields().size() + " fields");
          return 0;
        });
  }

  /**
   * Arranges the lists of the portal; a service in neither is shown nowhere.
   *
   * @param guide 服務說明, in its order
   * @param offer 申請服務, in its order
   * @throws HubException NOT_FOUND for an unknown service
   */
  public void arrange(List<ServiceCode> guide, List<ServiceCode> offer, Actor actor) {
    change(
        () -> {
          CatalogueSnapshot now = store.read();
          requireKnown(now, guide);
          requireKnown(now, offer);
          for (ServiceCode code : now.services().keySet()) {
            mapper.updateOrders(code.value(), place(guide, code), place(offer, code));
          }
          act(
              AuditAction.SERVICES_ARRANGED,
              actor,
              "services",
              "guide %s, offer %s".formatted(now.guide(), now.offer()),
              "guide %s, offer %s".formatted(guide, offer));
          return 0;
        });
  }

  private int change(IntSupplier work) {
    Integer result =
        transactions.execute(
            status -> {
              // Locks the topic's counter: editors come one after the other, on all nodes.
              changes.mark(ChangeTopic.CATALOGUE);
              return work.getAsInt();
            });
    return result == null ? 0 : result;
  }

  private void act(
      AuditAction action, Actor actor, String subject, @Nullable String before, String after) {
    log.act(new Act(action, actor, subject, null, before, after, null));
  }

  private static void requireKnown(CatalogueSnapshot now, List<ServiceCode> codes) {
    for (ServiceCode code : codes) {
      if (!now.services().containsKey(code)) {
        throw new HubException(ErrorCode.NOT_FOUND, "no service " + code, code.value());
      }
    }
  }

  /** Its place in a list, from 1; null if it is not in it. */
  static @Nullable Integer place(List<ServiceCode> list, ServiceCode code) {
    int index = list.indexOf(code);
    return index < 0 ? null : index + 1;
  }

  private static void requireNames(ExchangeTable table) {
    // A file names tables and services alike (CatalogueSnapshot.findRows).
    if (ServiceCode.matches(table.name())) {
      throw invalid(table.name(), "資料表名稱不可與服務代碼同形");
    }
    List<String> names = table.fields().stream().map(Field::xmlName).toList();
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw invalid(table.name(), "元素名稱不可重複，且至少需要一個欄位");
    }
    table.fields().forEach(field -> requireName(field.xmlName()));
  }

  static void requireName(String element) {
    if (!XML_NAME.matcher(element).matches()) {
      throw invalid(element, "元素名稱須為小寫字母開頭之英數字，至多 64 字");
    }
  }
}
