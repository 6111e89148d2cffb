package tw.gov.mocs.hub.agency;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.AgencyMapper.ProfileRow;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/**
 * 機關管理: the agencies for whoever keeps them. A change takes the version that somebody looked at
 * (CHANGED_MEANWHILE) and is in force on this node when the method returns, on the others within a
 * second or so.
 */
@Component
public class AgencyRegister {

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 500;

  private final AgencyMapper mapper;
  private final Agencies agencies;
  private final AgencyCheck check;
  private final AuditLog log;
  private final Changes changes;
  private final TransactionTemplate transactions;

  AgencyRegister(
      AgencyMapper mapper,
      Agencies agencies,
      AgencyCheck check,
      AuditLog log,
      Changes changes,
      TransactionTemplate transactions) {
    this.mapper = mapper;
    this.agencies = agencies;
    this.check = check;
    this.log = log;
    this.changes = changes;
    this.transactions = transactions;
  }

  /** The agencies that the search names. */
  public Page<AgencyProfile> search(AgencySearch search) {
    String text = search.text().strip().toLowerCase(Locale.ROOT);
    List<AgencyProfile> found =
        list().stream()
            .filter(one -> isMeant(one.entry(), text))
            .filter(
                one -> search.suspended() == null || one.agency().suspended() == search.suspended())
            .sorted(order(search))
            .toList();
    List<AgencyProfile> page =
        found.stream().skip((search.page() - 1L) * search.size()).limit(search.size()).toList();
    return new Page<>(page, search.page(), search.size(), found.size());
  }

  /** All agencies as they are stored now, by code. */
  public List<AgencyProfile> list() {
    return mapper.profiles().stream().map(ProfileRow::toProfile).toList();
  }

  /** The agency as it is stored now; NOT_FOUND if there is none. */
  public AgencyProfile get(AgencyCode code) {
    return find(code.value())
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, "no agency " + code, "機關 " + code));
  }

  Optional<AgencyProfile> find(String code) {
    return Optional.ofNullable(mapper.findProfile(code)).map(ProfileRow::toProfile);
  }

  /** What is wrong with the data of a new agency. */
  public List<AgencyFault> faults(AgencyEntry entry) {
    return check.faults(entry, null);
  }

  /** What is wrong with the data that an agency shall have; its code stays. */
  public List<AgencyFault> faults(AgencyProfile before, AgencyEntry entry) {
    return check.faults(entry, before.agency());
  }

  /** Registers an agency; VALUE_INVALID for what {@link #faults} finds. */
  public AgencyProfile add(AgencyEntry entry, Actor actor) {
    requireNone(faults(entry));
    return inTransaction(
        () -> {
          agencies.register(entry, actor);
          return get(new AgencyCode(entry.code()));
        });
  }

  /** Changes the data of an agency; VALUE_INVALID for what {@link #faults} finds. */
  public AgencyProfile change(AgencyCode code, long version, AgencyEntry entry, Actor actor) {
    return inTransaction(
        () -> {
          AgencyProfile before = get(code);
          if (before.version() != version) {
            throw changedMeanwhile(code);
          }
          requireNone(faults(before, entry));
          if (before.entry().equals(entry)) {
            return before;
          }
          replace(before, entry, actor);
          return get(code);
        });
  }

  /** Stops all access of an agency at once; VALUE_INVALID without a reason. */
  public void suspend(AgencyCode code, long version, String reason, Actor actor) {
    requireReason(reason);
    inTransaction(
        () -> {
          requireVersion(code, version);
          agencies.suspend(code, reason, actor);
          return code;
        });
  }

  /** Lets a suspended agency in again; VALUE_INVALID without a reason. */
  public void resume(AgencyCode code, long version, String reason, Actor actor) {
    requireReason(reason);
    inTransaction(
        () -> {
          requireVersion(code, version);
          agencies.resume(code, reason, actor);
          return code;
        });
  }

  /** Changes what differs, in the transaction of the caller. */
  void replace(AgencyProfile before, AgencyEntry entry, Actor actor) {
    update(before, entry);
    log(AuditAction.AGENCY_CHANGED, before.agency(), before.entry(), entry, actor);
    changes.mark(ChangeTopic.AGENCY);
  }

  private void update(AgencyProfile before, AgencyEntry entry) {
    try {
      if (mapper.change(before.agency().id(), before.version(), entry) == 0) {
        throw changedMeanwhile(before.agency().code());
      }
    } catch (DuplicateKeyException e) {
      throw new HubException(ErrorCode.ALREADY_EXISTS, "OID " + entry.oid(), e, "機關 OID");
    }
  }

  private void requireVersion(AgencyCode code, long version) {
    if (get(code).version() != version) {
      throw changedMeanwhile(code);
    }
  }

  private static void requireNone(List<AgencyFault> faults) {
    if (!faults.isEmpty()) {
      throw new HubException(ErrorCode.VALUE_INVALID, faults.toString(), "機關資料", "不符規定");
    }
  }

  static void requireReason(String reason) {
    GivenReason.require(reason, LONGEST_REASON);
  }

  private void log(
      AuditAction action, Agency agency, AgencyEntry before, AgencyEntry after, Actor actor) {
    log.act(
        new Act(
            action,
            actor,
            "agency " + agency.code(),
            agency.id(),
            before.differing(after),
            after.differing(before),
            null));
  }

  private static HubException changedMeanwhile(AgencyCode code) {
    return new HubException(ErrorCode.CHANGED_MEANWHILE, "agency " + code + " has changed");
  }

  private static boolean isMeant(AgencyEntry one, String text) {
    return text.isEmpty()
        || one.code().toLowerCase(Locale.ROOT).startsWith(text)
        || (one.oid() != null && one.oid().startsWith(text))
        || has(one.name(), text)
        || has(one.nameEn(), text);
  }

  private static boolean has(@Nullable String name, String text) {
    return name != null && name.toLowerCase(Locale.ROOT).contains(text);
  }

  private static Comparator<AgencyProfile> order(AgencySearch search) {
    Comparator<AgencyProfile> order =
        switch (search.sort()) {
          case CODE -> comparing(one -> one.entry().code());
          case NAME -> comparing(one -> one.entry().name());
          case OID -> comparing(one -> one.entry().oid(), nullsLast(Comparator.naturalOrder()));
          case REGISTERED -> comparing(AgencyProfile::registeredAt);
        };
    Comparator<AgencyProfile> turned = search.descending() ? order.reversed() : order;
    return turned.thenComparing(one -> one.entry().code());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
