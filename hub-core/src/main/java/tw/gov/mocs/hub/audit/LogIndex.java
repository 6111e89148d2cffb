package tw.gov.mocs.hub.audit;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.ibatis.session.SqlSessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.LogIndexMapper.Chain;
import tw.gov.mocs.hub.audit.LogIndexMapper.End;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.Outage;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * What auditors find calls by, made in bulk from the committed log so that no call waits for it.
 * Calls follow within seconds; persons, of which a call may give or ask for thousands, at night or
 * when somebody looks for one. Nodes may fill it side by side: each part is taken by one of them.
 */
@Component
class LogIndex {

  private static final Logger LOG = LoggerFactory.getLogger(LogIndex.class);
  private static final long SECONDS_10 = 10_000;
  private static final String AT_NIGHT = "0 0 3 * * *";
  private static final int CALLS_AT_ONCE = 2_000;
  private static final int PERSONS_OF_CALLS_AT_ONCE = 200;
  private static final int CRITERIA_OF_CALLS_AT_ONCE = 500;

  /** Neighbours share their pages. */
  private static final Comparator<IndexedPerson> BY_KEY =
      Comparator.comparing(IndexedPerson::hash, Arrays::compareUnsigned);

  private final Outage outage =
      new Outage(LOG, "the log is not indexed further", "the log is indexed again");
  private final JobRecorder jobs;
  private final LogIndexMapper mapper;
  private final Batches batches;
  private final TransactionTemplate transactions;
  private final AuditSettings settings;

  LogIndex(
      LogIndexMapper mapper,
      SqlSessionFactory sessions,
      TransactionTemplate transactions,
      AuditSettings settings,
      JobRecorder jobs) {
    this.mapper = mapper;
    this.batches = new Batches(sessions);
    this.transactions = transactions;
    this.settings = settings;
    this.jobs = jobs;
  }

  @Scheduled(initialDelay = SECONDS_10, fixedDelay = SECONDS_10)
  void followCalls() {
    attempt(Job.CALL_INDEX, Duration.ofMillis(SECONDS_10), this::indexCalls);
  }

  @Scheduled(cron = AT_NIGHT, zone = "Asia/Taipei")
  void followPersons() {
    ZonedDateTime now = ZonedDateTime.now(RocDate.TAIPEI);
    Duration next = Duration.between(now, CronExpression.parse(AT_NIGHT).next(now));
    attempt(Job.PERSON_INDEX, next, this::indexPersons);
    attempt(Job.ASKED_INDEX, next, this::indexAsked);
  }

  private void attempt(Job job, Duration next, Runnable work) {
    if (!settings.writing()) {
      return;
    }
    try {
      jobs.run(job, next, work);
      outage.passed();
    } catch (RuntimeException e) {
      outage.failed(e);
    }
  }

  /** Every call that is committed now can be found when this returns. */
  void indexCalls() {
    eachPart(Job.CALL_INDEX, Chain::callsUpto, CALLS_AT_ONCE, this::takeCalls);
  }

  /** The same for the persons of their answers. */
  void indexPersons() {
    eachPart(Job.PERSON_INDEX, Chain::personsUpto, PERSONS_OF_CALLS_AT_ONCE, this::takePersons);
  }

  /** The same for the persons of their criteria. */
  void indexAsked() {
    eachPart(Job.ASKED_INDEX, Chain::askedUpto, CRITERIA_OF_CALLS_AT_ONCE, this::takeAsked);
  }

  /** All three. */
  void indexAll() {
    indexCalls();
    indexPersons();
    indexAsked();
  }

  /**
   * What is read from the index, which holds every call that was committed before. Whoever throws
   * the index away meanwhile makes it be read once more.
   */
  <T> T ofCalls(Supplier<T> read) {
    return followed(this::indexCalls, Chain::callsUpto, read);
  }

  /** The same from the index that holds the persons of their answers and criteria as well. */
  <T> T ofPersons(Supplier<T> read) {
    return followed(this::indexAll, Chain::allUpto, read);
  }

  private <T> T followed(Runnable follow, ToLongFunction<Chain> upto, Supplier<T> read) {
    Map<Long, Long> wanted = mapper.ends().stream().collect(toMap(End::nodeId, End::lastSeq));
    while (true) {
      follow.run();
      Map<Long, String> before = makings(wanted, upto);
      if (before.size() == wanted.size()) {
        T found = read.get();
        if (makings(wanted, upto).equals(before)) {
          return found;
        }
      }
    }
  }

  /** Of the chains that are indexed as far as is wanted, by node, the making of their index. */
  private Map<Long, String> makings(Map<Long, Long> wanted, ToLongFunction<Chain> upto) {
    return mapper.chains().stream()
        .filter(
            chain -> {
              Long end = wanted.get(chain.nodeId());
              return end != null && upto.applyAsLong(chain) >= end;
            })
        .collect(toMap(Chain::nodeId, Chain::making));
  }

  /** Some rows of a chain, from after {@code from} up to and with {@code to}. */
  private record Part(long nodeId, long from, long to) {}

  private void eachPart(Job job, ToLongFunction<Chain> upto, int size, Consumer<Part> work) {
    addChains();
    long done = 0;
    List<Chain> chains = mapper.chains();
    List<Part> open = open(chains, upto, size);
    while (!open.isEmpty()) {
      long total = done + chains.stream().mapToLong(chain -> left(chain, upto)).sum();
      for (Part part : open) {
        jobs.reached(job, done, total);
        transactions.executeWithoutResult(status -> work.accept(part));
        done += part.to() - part.from();
      }
      // Who throws the index away throws its state away.
      addChains();
      chains = mapper.chains();
      open = open(chains, upto, size);
    }
  }

  private void addChains() {
    try {
      mapper.addChains(UUID.randomUUID().toString());
    } catch (DuplicateKeyException e) {
      LOG.debug("another node was quicker", e);
    }
  }

  private static List<Part> open(List<Chain> chains, ToLongFunction<Chain> upto, int size) {
    return chains.stream()
        .filter(chain -> left(chain, upto) > 0)
        .map(
            chain -> {
              long from = upto.applyAsLong(chain);
              return new Part(chain.nodeId(), from, Math.min(chain.lastSeq(), from + size));
            })
        .toList();
  }

  private static long left(Chain chain, ToLongFunction<Chain> upto) {
    return Math.max(0, chain.lastSeq() - upto.applyAsLong(chain));
  }

  private void takeCalls(Part part) {
    if (mapper.advanceCalls(part.nodeId(), part.from(), part.to()) == 1) {
      mapper.copyCalls(part.nodeId(), part.from() + 1, part.to());
    }
  }

  private void takePersons(Part part) {
    LogIndexMapper batch = batches.mapper(LogIndexMapper.class);
    batch.advancePersons(part.nodeId(), part.from(), part.to());
    if (batches.flushCounting().get(0) == 0) {
      return;
    }
    batch.persons(part.nodeId(), part.from() + 1, part.to()).stream()
        .flatMap(call -> call.lines().stream())
        .sorted(BY_KEY)
        .forEach(line -> batch.insertPerson(line.hash(), part.nodeId(), line.seq()));
    batches.flush();
  }

  private void takeAsked(Part part) {
    LogIndexMapper batch = batches.mapper(LogIndexMapper.class);
    batch.advanceAsked(part.nodeId(), part.from(), part.to());
    if (batches.flushCounting().get(0) == 0) {
      return;
    }
    batch.criteria(part.nodeId(), part.from() + 1, part.to()).stream()
        .flatMap(call -> call.lines().stream())
        .sorted(BY_KEY)
        .forEach(line -> batch.insertAsked(line.hash(), part.nodeId(), line.seq()));
    batches.flush();
  }
}
