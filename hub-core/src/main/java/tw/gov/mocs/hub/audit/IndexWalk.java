package tw.gov.mocs.hub.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.LogIndexMapper.Criteria;
import tw.gov.mocs.hub.audit.LogIndexMapper.Lines;
import tw.gov.mocs.hub.audit.LogIndexMapper.Persons;

/**
 * Goes along the search index beside one chain. Guarantee: a record that fits and that auditors do
 * not find by what it says, or find by what it does not say, is found, up to where the index says
 * that it has come. Of a record that does not fit nobody knows what the index should say.
 */
final class IndexWalk implements RowsBeside {

  private final LogIndexMapper mapper;
  private final CheckpointMapper.Chain chain;

  /** How far the index has come, at least; null when it has not begun. */
  private LogIndexMapper.@Nullable Chain reached;

  private long first;
  private long count;

  IndexWalk(LogIndexMapper mapper, CheckpointMapper.Chain chain) {
    this.mapper = mapper;
    this.chain = chain;
    this.reached = reached();
  }

  private LogIndexMapper.@Nullable Chain reached() {
    return mapper.chains().stream()
        .filter(one -> one.nodeId() == chain.id())
        .findFirst()
        .orElse(null);
  }

  @Override
  public void compare(long from, long to, List<ChainedRow> fitting) {
    Map<Long, ChainedRow> rows = new TreeMap<>();
    fitting.forEach(row -> rows.put(row.row().seq(), row));
    SortedSet<Long> faults = faults(from, to, rows.keySet(), new AsRead(rows.values()));
    if (!faults.isEmpty()) {
      // What is archived may not have left the database yet, or have left it between two
      // statements, or the index was just thrown away: all of that happens once.
      reached = reached();
      faults = faults(from, to, rows.keySet(), new AsStored(mapper, chain.id()));
    }
    if (first == 0 && !faults.isEmpty()) {
      first = faults.first();
    }
    count += faults.size();
  }

  /** Says what was found, once for all rows: what is to be done is the same. */
  void tell(Verification verification) {
    String where = "%s row %d".formatted(chain.nodeName(), first);
    if (count == 1) {
      verification.found(
          where,
          "is not in the search index as the log says; ./hub log-index remake makes it anew");
    } else if (count > 1) {
      verification.found(
          where,
          ("is the first of %d rows that are not in the search index as the log says;"
                  + " ./hub log-index remake makes it anew")
              .formatted(count));
    }
  }

  private SortedSet<Long> faults(long from, long to, Set<Long> fitting, Content content) {
    SortedSet<Long> faults = new TreeSet<>();
    LogIndexMapper.Chain upto = reached;
    if (upto != null) {
      long calls = Math.min(to, upto.callsUpto());
      if (from <= calls) {
        faults.addAll(mapper.otherCalls(chain.id(), from, calls));
      }
      long answered = Math.min(to, upto.personsUpto());
      if (from <= answered) {
        Stream<Persons> said = content.persons(from, answered).stream();
        compare(
            said.filter(call -> fitting.contains(call.seq())).map(Persons::lines),
            lines(
                mapper.personCounts(chain.id(), from, answered),
                mapper.personHashes(chain.id(), from, answered)),
            faults);
      }
      long asked = Math.min(to, upto.askedUpto());
      if (from <= asked) {
        Stream<Criteria> said = content.criteria(from, asked).stream();
        compare(
            said.filter(call -> fitting.contains(call.seq())).map(Criteria::lines),
            lines(
                mapper.askedCounts(chain.id(), from, asked),
                mapper.askedHashes(chain.id(), from, asked)),
            faults);
      }
    }
    faults.retainAll(fitting);
    return faults;
  }

  /** Of each line by itself MyBatis would take longer than the database. */
  private static List<IndexedPerson> lines(List<Lines> counts, List<byte[]> hashes) {
    List<IndexedPerson> lines = new ArrayList<>(hashes.size());
    Iterator<byte[]> next = hashes.iterator();
    for (Lines row : counts) {
      for (long i = 0; i < row.lines() && next.hasNext(); i++) {
        lines.add(new IndexedPerson(next.next(), row.seq()));
      }
    }
    return lines;
  }

  private static void compare(
      Stream<List<IndexedPerson>> wanted, List<IndexedPerson> held, Set<Long> faults) {
    Set<IndexedPerson> missing = new HashSet<>();
    wanted.forEach(missing::addAll);
    for (IndexedPerson line : held) {
      if (!missing.remove(line)) {
        faults.add(line.seq());
      }
    }
    missing.forEach(line -> faults.add(line.seq()));
  }

  /** What calls say of persons. */
  private interface Content {

    List<Persons> persons(long from, long to);

    List<Criteria> criteria(long from, long to);
  }

  /** As the walk has read it; of the archive nothing, since it keeps no lines. */
  private record AsRead(Collection<ChainedRow> read) implements Content {

    @Override
    public List<Persons> persons(long from, long to) {
      return calls(to).map(row -> new Persons(row.row().seq(), row.persons())).toList();
    }

    @Override
    public List<Criteria> criteria(long from, long to) {
      return calls(to)
          .map(
              row -> {
                CallRow call = Objects.requireNonNull(row.call(), "call");
                return new Criteria(row.row().seq(), call.criteria(), call.criteriaLong());
              })
          .toList();
    }

    private Stream<StoredRow> calls(long to) {
      return read.stream()
          .filter(StoredRow.class::isInstance)
          .map(StoredRow.class::cast)
          .filter(row -> row.call() != null && row.row().seq() <= to);
    }
  }

  /** As the database holds it now, as whoever fills the index reads it. */
  private record AsStored(LogIndexMapper mapper, long nodeId) implements Content {

    @Override
    public List<Persons> persons(long from, long to) {
      return mapper.persons(nodeId, from, to);
    }

    @Override
    public List<Criteria> criteria(long from, long to) {
      return mapper.criteria(nodeId, from, to);
    }
  }
}
