package tw.gov.mocs.hub.audit;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.ibatis.session.SqlSessionFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.LogMapper.WaitingAct;

/** Puts groups of records into the chain, each group with its claims in one durable commit. */
final class GroupCommit {

  private static final int SALT_BYTES = 32;

  private final TransactionTemplate transactions;
  private final DiskSync disk;
  private final Batches batches;
  private final LogMapper mapper;
  private final ClaimBook claims;
  private final NodeChain chain;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  GroupCommit(
      SqlSessionFactory factory,
      TransactionTemplate transactions,
      DiskSync disk,
      NodeChain chain,
      Clock clock) {
    this.transactions = transactions;
    this.disk = disk;
    this.batches = new Batches(factory);
    this.mapper = batches.mapper(LogMapper.class);
    this.claims = new ClaimBook(batches);
    this.chain = chain;
    this.clock = clock;
  }

  /** Commits the calls; afterwards all of them are durable. */
  Refusals commitCalls(List<Waiting> group) {
    try {
      return commitCalls(group, claims::claimHoping);
    } catch (DuplicateKeyException | ConcurrencyFailureException claimedBefore) {
      try {
        return commitCalls(group, claims::claimLooking);
      } catch (DuplicateKeyException | ConcurrencyFailureException claimedMeanwhile) {
        // Another node claimed the same in the same moment.
        return commitCalls(group, claims::claimSingly);
      }
    }
  }

  private Refusals commitCalls(
      List<Waiting> group, BiFunction<List<Waiting>, TransactionStatus, Refusals> claim) {
    return durably(
        (transaction, head) -> {
          Refusals refusals = claim.apply(group, transaction);
          List<Entry> entries = new ArrayList<>(group.size());
          for (int i = 0; i < group.size(); i++) {
            entries.add(Entry.Call.of(group.get(i), refusals.of(i)));
          }
          return new Appended<>(refusals, append(head, entries));
        });
  }

  /**
   * Moves acts from the outbox into the chain; returns how many there were.
   *
   * @param othersBefore acts of other nodes are taken if they wait since before this
   */
  int commitActs(int limit, Instant othersBefore) {
    return durably(
        (transaction, head) -> {
          List<WaitingAct> waiting = mapper.waitingActs(chain.name(), othersBefore, limit);
          waiting.forEach(act -> mapper.takeAct(act.id()));
          List<Integer> taken = batches.flushCounting();
          List<Entry> entries = new ArrayList<>();
          for (int i = 0; i < waiting.size(); i++) {
            // Whoever deletes an act from the outbox chains it: so it is chained once.
            if (taken.get(i) == 1) {
              entries.add(new Entry.Done(waiting.get(i).recordId(), waiting.get(i).act()));
            }
          }
          return new Appended<>(waiting.size(), append(head, entries));
        });
  }

  /** What a transaction did, and where the chain ends once it is committed. */
  private record Appended<T>(T result, ChainHead head) {}

  private <T> T durably(BiFunction<TransactionStatus, ChainHead, Appended<T>> work) {
    ChainHead before = chain.head();
    // Until it has surely ended well, nobody knows where the chain ends.
    chain.forgetHead();
    Appended<T> appended =
        requireNonNull(transactions.execute(status -> work.apply(status, before)), "appended");
    if (appended.head().seq() > before.seq()) {
      disk.sync();
    }
    chain.committed(appended.head());
    return appended.result();
  }

  private ChainHead append(ChainHead before, List<Entry> entries) {
    if (entries.isEmpty()) {
      return before;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    byte[] salts = new byte[SALT_BYTES * entries.size()];
    random.nextBytes(salts);
    ChainHead head = before;
    for (int i = 0; i < entries.size(); i++) {
      byte[] salt = Arrays.copyOfRange(salts, i * SALT_BYTES, (i + 1) * SALT_BYTES);
      head = insertRow(head, entries.get(i), salt, now);
    }
    long first = before.seq() + 1;
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).insertContent(mapper, chain.id(), first + i);
    }
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).insertMore(mapper, chain.id(), first + i);
    }
    chain.advance(mapper, before, head);
    List<Integer> changed = batches.flushCounting();
    if (changed.get(changed.size() - 1) != 1) {
      throw chain.lost();
    }
    return head;
  }

  private ChainHead insertRow(ChainHead before, Entry entry, byte[] salt, Instant now) {
    long seq = before.seq() + 1;
    byte[] digest = ChainRow.contentDigest(salt, entry.canonical(chain.name(), seq, now));
    ChainHead head = before.next(digest);
    mapper.insertRow(
        new ChainRow(
            chain.id(), seq, entry.recordId(), entry.kind(), now, salt, digest, head.hash()));
    return head;
  }
}
