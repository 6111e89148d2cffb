package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * 資料表及欄位管理: what an administrator keeps of tables, fields, code lists and codes. A change takes the
 * mark of what somebody looked at (CHANGED_MEANWHILE), refuses what {@link #faults} finds
 * (VALUE_INVALID), and is published when the method returns.
 */
@Component
public class CatalogueRegister {

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 500;

  private final Catalogue catalogue;
  private final CatalogueStore store;
  private final CatalogueWriter writer;
  private final GrantedFields granted;
  private final AuditLog log;
  private final Changes changes;
  private final TransactionTemplate transactions;

  CatalogueRegister(
      Catalogue catalogue,
      CatalogueStore store,
      CatalogueWriter writer,
      GrantedFields granted,
      AuditLog log,
      Changes changes,
      TransactionTemplate transactions) {
    this.catalogue = catalogue;
    this.store = store;
    this.writer = writer;
    this.granted = granted;
    this.log = log;
    this.changes = changes;
    this.transactions = transactions;
  }

  /** What is published now, and who uses it. */
  public CatalogueUse use() {
    return new CatalogueUse(catalogue.current(), granted.count());
  }

  /** The entry with this key; NOT_FOUND if there is none. */
  public CatalogueEntry get(CatalogueSheet sheet, List<String> key) {
    return get(catalogue.current(), sheet, key);
  }

  /** What is wrong with an entry; {@code before} is null for a new one. */
  public List<CatalogueFault> faults(@Nullable CatalogueEntry before, CatalogueEntry after) {
    return CatalogueCheck.faults(before, after, use());
  }

  /** Adds a code list, or a code to one; ALREADY_EXISTS if there is one of its key. */
  public void add(CatalogueEntry entry, Actor actor) {
    inTransaction(
        () -> {
          CatalogueUse now = now();
          requireNone(CatalogueCheck.faults(null, entry, now));
          if (CatalogueEntries.find(now.catalogue(), entry.sheet(), entry.key()).isPresent()) {
            throw new HubException(ErrorCode.ALREADY_EXISTS, entry.toString(), told(entry));
          }
          insert(entry, actor);
          return entry;
        });
  }

  /**
   * Changes an entry.
   *
   * @param key of the entry as it stands; a code may begin on another day afterwards
   * @param mark of what somebody looked at
   */
  public void change(List<String> key, String mark, CatalogueEntry after, Actor actor) {
    inTransaction(
        () -> {
          CatalogueUse now = now();
          CatalogueEntry before = seen(now.catalogue(), after.sheet(), key, mark);
          requireNone(CatalogueCheck.faults(before, after, now));
          replace(now.catalogue(), before, after, actor);
          return after;
        });
  }

  /**
   * Takes a field out of the catalogue that nobody uses, or a table with all its fields.
   *
   * @throws HubException STATE_CONFLICT if a service or a grant uses it, or VALUE_INVALID without a
   *     reason
   */
  public void remove(
      CatalogueSheet sheet, List<String> key, String mark, String reason, Actor actor) {
    GivenReason.require(reason, LONGEST_REASON);
    inTransaction(
        () -> {
          CatalogueUse now = now();
          CatalogueEntry entry = seen(now.catalogue(), sheet, key, mark);
          String table = entry.of(CatalogueItem.TABLE);
          boolean field = sheet == CatalogueSheet.FIELDS;
          String element = entry.of(CatalogueItem.ELEMENT);
          if ((field ? now.isUsed(table, element) : now.isUsed(table)) || wasOffered(entry)) {
            throw new HubException(ErrorCode.STATE_CONFLICT, subject(entry) + " is used", "使用中");
          }
          writer.remove(now.catalogue(), entry);
          AuditAction action = field ? AuditAction.FIELD_REMOVED : AuditAction.TABLE_REMOVED;
          act(action, entry, entry.told(sheet.items()), null, reason, actor);
          return entry;
        });
  }

  /** Whether a published version of a service, also a former one, offers something of it. */
  public boolean wasOffered(CatalogueEntry entry) {
    boolean field = entry.sheet() == CatalogueSheet.FIELDS;
    return writer.wasOffered(
        entry.of(CatalogueItem.TABLE), field ? entry.of(CatalogueItem.ELEMENT) : null);
  }

  /**
   * Makes a field of a column that the source has; a column may have several, of other elements.
   */
  public void addField(String table, Field field, Actor actor) {
    inTransaction(
        () -> {
          CatalogueUse now = now();
          ExchangeTable known = now.catalogue().tables().get(table);
          if (known == null) {
            throw new HubException(ErrorCode.NOT_FOUND, "no table " + table, table);
          }
          CatalogueEditor.requireName(field.xmlName());
          if (known.findField(field.xmlName()).isPresent()
              || isJoined(now.catalogue(), table, field.xmlName())) {
            throw new HubException(ErrorCode.ALREADY_EXISTS, field.xmlName(), field.xmlName());
          }
          CatalogueEntry entry = CatalogueTexts.of(known, field);
          writer.addField(known, field);
          act(AuditAction.FIELD_ADDED, entry, null, entry.told(entry.sheet().items()), null, actor);
          return entry;
        });
  }

  /** Whether a service of this table offers such an element from a table that it joins. */
  private static boolean isJoined(CatalogueSnapshot now, String table, String element) {
    return now.services().values().stream()
        .filter(service -> service.table().name().equals(table))
        .anyMatch(service -> service.joinOf(element).isPresent());
  }

  /** What stands now, for whoever changes it: editors come one after the other, on all nodes. */
  CatalogueUse now() {
    changes.mark(ChangeTopic.CATALOGUE);
    return new CatalogueUse(store.read(), granted.count());
  }

  void insert(CatalogueEntry entry, Actor actor) {
    writer.add(entry);
    act(entry.sheet().action(), entry, null, entry.told(entry.sheet().items()), null, actor);
  }

  void replace(CatalogueSnapshot now, CatalogueEntry before, CatalogueEntry after, Actor actor) {
    List<CatalogueItem> items = before.differing(after);
    if (!items.isEmpty()) {
      writer.replace(now, before, after);
      act(before.sheet().action(), before, before.told(items), after.told(items), null, actor);
    }
  }

  private static CatalogueEntry seen(
      CatalogueSnapshot now, CatalogueSheet sheet, List<String> key, String mark) {
    CatalogueEntry entry = get(now, sheet, key);
    if (!entry.mark().equals(mark)) {
      throw new HubException(ErrorCode.CHANGED_MEANWHILE, subject(entry) + " has changed");
    }
    return entry;
  }

  private static CatalogueEntry get(CatalogueSnapshot now, CatalogueSheet sheet, List<String> key) {
    return CatalogueEntries.find(now, sheet, key)
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, sheet + " " + key, String.join(" ", key)));
  }

  private static void requireNone(List<CatalogueFault> faults) {
    if (!faults.isEmpty()) {
      throw new HubException(ErrorCode.VALUE_INVALID, faults.toString(), "服務目錄", "不符規定");
    }
  }

  private void act(
      AuditAction action,
      CatalogueEntry entry,
      @Nullable String before,
      @Nullable String after,
      @Nullable String reason,
      Actor actor) {
    log.act(new Act(action, actor, subject(entry), null, before, after, reason));
  }

  /** What the log calls an entry: codes are looked up with their list. */
  public static String subject(CatalogueEntry entry) {
    return switch (entry.sheet()) {
      case TABLES -> entry.of(CatalogueItem.TABLE);
      case FIELDS -> entry.of(CatalogueItem.TABLE) + "." + entry.of(CatalogueItem.ELEMENT);
      case LISTS, CODES -> entry.of(CatalogueItem.CODE_LIST);
    };
  }

  private static String told(CatalogueEntry entry) {
    return String.join(" ", entry.key());
  }

  <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
