package tw.gov.mocs.hub.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.CallRecordMapper.Place;
import tw.gov.mocs.hub.audit.CallSearch.Outcome;
import tw.gov.mocs.hub.audit.Disclosure.Content;
import tw.gov.mocs.hub.audit.LogSearchMapper.Filter;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/**
 * What auditors look for in the log: calls of all agencies. Each search is an act in the log before
 * its result is returned; whoever calls has checked the right to it. What is found is read from the
 * log itself, and every call that was committed before the search began is among it.
 */
@Component
public class LogSearches {

  /** So many lines of one search can be turned to; who looks for more narrows the search. */
  public static final int MAX_LINES = 10_000;

  private final LogSearchMapper mapper;
  private final StoredRows stored;
  private final CheckpointMapper chains;
  private final LogIndex index;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final int maxLines;

  @Autowired
  LogSearches(
      LogSearchMapper mapper,
      StoredRows stored,
      CheckpointMapper chains,
      LogIndex index,
      AuditLog log,
      TransactionTemplate transactions) {
    this(mapper, stored, chains, index, log, transactions, MAX_LINES);
  }

  LogSearches(
      LogSearchMapper mapper,
      StoredRows stored,
      CheckpointMapper chains,
      LogIndex index,
      AuditLog log,
      TransactionTemplate transactions,
      int maxLines) {
    this.mapper = mapper;
    this.stored = stored;
    this.chains = chains;
    this.index = index;
    this.log = log;
    this.transactions = transactions;
    this.maxLines = maxLines;
  }

  /**
   * One page of calls. The total counts up to {@link #MAX_LINES}; a list that holds more says so
   * ({@link Page#more}), and its pages end there. A search for a person finds the calls whose
   * recorded criteria or whose answer hold him, and waits until all persons are indexed, which
   * takes minutes where millions of calls came since last night.
   */
  public Page<FoundCall> search(LogSearch search, Actor auditor) {
    told("calls", search.agencyId(), search.inWords(), null, auditor);
    Supplier<Page<FoundCall>> read = () -> find(search, size -> Filter.of(search, size));
    return search.persons().isEmpty() ? index.ofCalls(read) : index.ofPersons(read);
  }

  /** One page of acts, found in the log itself; counted as calls are. */
  public Page<FoundAct> search(ActSearch search, Actor auditor) {
    told("acts", search.agencyId(), search.inWords(), null, auditor);
    long found = mapper.countActs(search, maxLines + 1);
    long total = Math.min(found, maxLines);
    int here = here(search.size(), search.offset(), total);
    List<FoundAct> acts = here == 0 ? List.of() : mapper.acts(search, here);
    return new Page<>(acts, search.page(), search.size(), total, found > maxLines);
  }

  /**
   * Who was given data of a person: every served call of the time whose answer held them, the
   * oldest first, each compared with what was chained.
   *
   * @param persons the keyed hashes of the person's identity numbers, former ones too, from {@link
   *     PersonHasher#hashesOf}
   * @param from received at this moment or later; null for all that the log has
   * @param before received before this moment; null for all that the log has
   * @param reason why, in words; required
   * @return at most {@link #MAX_LINES} a page, all on one page; {@link Page#more} if there are more
   * @throws HubException VALUE_INVALID without a reason or a number
   */
  public Page<Disclosure> disclosures(
      List<PersonHash> persons,
      @Nullable Instant from,
      @Nullable Instant before,
      String reason,
      Actor auditor) {
    GivenReason.require(reason);
    if (persons.isEmpty()) {
      throw new HubException(ErrorCode.VALUE_INVALID, "no number", "身分證統一編號", "空白");
    }
    LogSearch search =
        new LogSearch(
            from,
            before,
            null,
            null,
            null,
            Outcome.SERVED,
            null,
            null,
            null,
            persons,
            true,
            1,
            CallSearch.MAX_SIZE);
    told("person", null, search.inWords(), reason, auditor);
    return index.ofPersons(() -> disclosures(search));
  }

  private Page<Disclosure> disclosures(LogSearch search) {
    Page<FoundCall> page = find(search, size -> Filter.ofGiven(search, size));
    List<Disclosure> all = new ArrayList<>();
    for (int number = 1; number <= page.pages(); number++) {
      all.addAll(compared(search.turnedTo(number)));
    }
    return new Page<>(all, 1, maxLines, page.total(), page.more());
  }

  private List<Disclosure> compared(LogSearch search) {
    List<Place> places = mapper.places(Filter.ofGiven(search, search.size()));
    if (places.isEmpty()) {
      return List.of();
    }
    Map<String, FoundCall> lines = new HashMap<>();
    mapper.lines(places, List.of(), true).forEach(found -> lines.put(found.recordId(), found));
    Map<Long, String> nodes = new HashMap<>();
    chains.chains().forEach(chain -> nodes.put(chain.id(), chain.nodeName()));
    List<Disclosure> disclosures = new ArrayList<>();
    for (Place place : places) {
      List<StoredRow> rows = stored.rows(place.nodeId(), place.seq(), place.seq());
      StoredRow row = rows.isEmpty() ? null : rows.get(0);
      CallRow call = row == null ? null : row.call();
      FoundCall line = row == null ? null : lines.get(row.row().recordId());
      if (row == null || call == null || line == null) {
        FoundCall known = mapper.indexed(place.nodeId(), place.seq());
        if (known != null) {
          disclosures.add(new Disclosure(known, null, null, Content.LOST));
        }
        continue;
      }
      boolean whole = row.fault(requireNonNull(nodes.get(place.nodeId()), "node")) == null;
      disclosures.add(
          new Disclosure(
              line, call.purpose(), call.grantVersion(), whole ? Content.WHOLE : Content.CHANGED));
    }
    return disclosures;
  }

  private Page<FoundCall> find(LogSearch search, IntFunction<Filter> filter) {
    if (search.refusal() != null && search.outcome() == Outcome.SERVED) {
      return new Page<>(List.of(), search.page(), search.size(), 0);
    }
    long found = mapper.count(filter.apply(search.size()), maxLines + 1);
    long total = Math.min(found, maxLines);
    int here = here(search.size(), search.offset(), total);
    List<Place> places = here == 0 ? List.of() : mapper.places(filter.apply(here));
    List<byte[]> persons = search.persons().stream().map(PersonHash::value).toList();
    List<FoundCall> lines =
        places.isEmpty() ? List.of() : mapper.lines(places, persons, search.oldestFirst());
    return new Page<>(lines, search.page(), search.size(), total, found > maxLines);
  }

  private static int here(int size, long offset, long total) {
    return (int) Math.max(0, Math.min(size, total - offset));
  }

  private void told(
      String subject,
      @Nullable Long agencyId,
      String what,
      @Nullable String reason,
      Actor auditor) {
    Act act = new Act(AuditAction.LOG_SEARCHED, auditor, subject, agencyId, null, what, reason);
    transactions.executeWithoutResult(status -> log.act(act));
  }
}
