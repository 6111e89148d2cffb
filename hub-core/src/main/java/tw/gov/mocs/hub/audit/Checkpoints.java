package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.audit.CheckpointMapper.Chain;
import tw.gov.mocs.hub.audit.CheckpointMapper.Head;
import tw.gov.mocs.hub.audit.CheckpointMapper.Last;
import tw.gov.mocs.hub.audit.CheckpointMapper.Link;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Makes checkpoints over the chains of all nodes and writes them to the database and the file. */
@Component
class Checkpoints {

  private static final Duration EACH_SECOND = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final int FILE_BATCH = 200;

  private final JobRecorder jobs;
  private final CheckpointMapper mapper;
  private final TransactionTemplate transactions;
  private final CheckpointKeys keys;
  private final DiskSync disk;
  private final AuditSettings settings;
  private final Clock clock;
  private final CheckpointFile file;

  private volatile CheckpointRef last = new CheckpointRef(0, new byte[0]);
  private long changedNanos = System.nanoTime();

  /** The last checkpoint in the file; -1 while it must be read. */
  private long inFile = -1;

  private volatile boolean failing;
  private boolean fileFailing;

  Checkpoints(
      CheckpointMapper mapper,
      TransactionTemplate transactions,
      CheckpointKeys keys,
      DiskSync disk,
      AuditSettings settings,
      Clock clock,
      JobRecorder jobs) {
    this.mapper = mapper;
    this.transactions = transactions;
    this.keys = keys;
    this.disk = disk;
    this.settings = settings;
    this.clock = clock;
    this.file = new CheckpointFile(settings.checkpointFile());
    this.jobs = jobs;
  }

  CheckpointRef last() {
    return last;
  }

  /**
   * Reads the last checkpoint when the hub starts, and covers what a killed hub left uncovered; one
   * that only looks makes none.
   */
  void look() {
    if (settings.writing()) {
      attempt(this::makeAll);
    } else {
      readLast();
    }
  }

  /** Once a second: takes over what other nodes made, and makes one if it is time. */
  @Scheduled(fixedDelay = 1000)
  void tick() {
    if (!settings.writing()) {
      return;
    }
    attempt(this::tend);
  }

  private void attempt(Runnable work) {
    try {
      jobs.run(Job.CHECKPOINTS, EACH_SECOND, work);
      failing = false;
    } catch (HubException e) {
      if (!failing) {
        LOG.error(e.detail());
      }
      failing = true;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.error("no checkpoint can be made", BareFailure.of(e));
      }
      failing = true;
    }
  }

  private synchronized void tend() {
    refresh();
    List<Chain> chains = mapper.chains();
    boolean late =
        System.nanoTime() - changedNanos >= settings.checkpointSeconds() * 1_000_000_000L;
    boolean many =
        chains.stream().anyMatch(c -> c.lastSeq() - c.covered() >= settings.checkpointRows());
    if (late || many) {
      makeAll();
    }
  }

  /** Makes checkpoints until every committed row is covered. */
  synchronized void makeAll() {
    refresh();
    while (make()) {
      refresh();
    }
  }

  /** Reads the last checkpoint, and writes to the file what is missing there. */
  private synchronized void refresh() {
    long now = readLast();
    try {
      appendToFile(now);
      fileFailing = false;
    } catch (IOException | IllegalArgumentException e) {
      inFile = -1;
      if (!fileFailing) {
        LOG.error("the checkpoint file {} cannot be written", settings.checkpointFile(), e);
      }
      fileFailing = true;
    }
  }

  private synchronized long readLast() {
    Last now = mapper.last();
    byte[] hash = now.checkpointHash();
    if (now.checkpointNo() != last.number() && hash != null) {
      last = new CheckpointRef(now.checkpointNo(), hash);
      changedNanos = System.nanoTime();
    }
    return now.checkpointNo();
  }

  private void appendToFile(long upTo) throws IOException {
    if (inFile < 0) {
      inFile = file.lastNumber();
      if (inFile > upTo) {
        LOG.error(
            "the checkpoint file ends at {}, the database at {}: its end was removed",
            inFile,
            upTo);
      }
    }
    while (inFile < upTo) {
      List<Stored> missing = mapper.after(inFile, FILE_BATCH);
      if (missing.isEmpty()) {
        return;
      }
      file.append(missing.stream().map(Stored::signed).toList());
      inFile = missing.get(missing.size() - 1).checkpointNo();
    }
  }

  /** Makes one checkpoint; false when there is nothing new or another node was quicker. */
  private boolean make() {
    boolean made = Boolean.TRUE.equals(transactions.execute(status -> makeInTransaction()));
    if (made) {
      disk.sync();
    }
    return made;
  }

  private boolean makeInTransaction() {
    Last before = mapper.last();
    List<Chain> chains = mapper.chains();
    List<ChainSpan> spans = new ArrayList<>();
    for (Chain chain : chains) {
      spans.add(spanOf(chain));
    }
    if (spans.stream().allMatch(ChainSpan::isEmpty)) {
      return false;
    }
    byte[] previous = before.checkpointHash();
    Checkpoint checkpoint =
        new Checkpoint(
            before.checkpointNo() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            previous == null ? Checkpoint.NO_PREVIOUS : previous,
            keys.present(),
            spans);
    Checkpoint.Signed signed = keys.sign(checkpoint.text());
    if (mapper.advanceLast(before.checkpointNo(), checkpoint.number(), signed.hash()) != 1) {
      return false;
    }
    mapper.insert(checkpoint.number(), checkpoint.madeAt(), signed, signed.hash());
    for (int i = 0; i < spans.size(); i++) {
      ChainSpan span = spans.get(i);
      if (!span.isEmpty()) {
        mapper.insertSpan(checkpoint.number(), chains.get(i).id(), span.first(), span.last());
      }
    }
    return true;
  }

  private ChainSpan spanOf(Chain chain) {
    long first = chain.covered() + 1;
    long end = Math.min(chain.lastSeq(), chain.covered() + settings.checkpointRows());
    byte[] hash = hashAt(chain, chain.covered());
    MerkleTree.Growing tree = new MerkleTree.Growing();
    for (Link link : mapper.links(chain.id(), first, end)) {
      // What does not fit is not signed: it would be made to look right.
      hash = Digests.sha256(hash, link.contentDigest());
      if (!Arrays.equals(hash, link.rowHash())) {
        throw unfit(chain, first + tree.size());
      }
      tree.add(link.rowHash());
    }
    boolean whole = tree.size() == Math.max(0, end - chain.covered());
    if (!whole || (end == chain.lastSeq() && !Arrays.equals(hash, chain.lastHash()))) {
      throw unfit(chain, chain.covered() + tree.size());
    }
    return new ChainSpan(chain.nodeName(), first, end, hash, tree.root());
  }

  private byte[] hashAt(Chain chain, long seq) {
    if (seq == 0) {
      return ChainHead.START.hash();
    }
    List<Link> links = mapper.links(chain.id(), seq, seq);
    if (!links.isEmpty()) {
      return links.get(0).rowHash();
    }
    Head archived = mapper.archivedHead(chain.id(), seq);
    if (archived == null) {
      throw unfit(chain, seq);
    }
    return archived.rowHash();
  }

  private static HubException unfit(Chain chain, long seq) {
    return new HubException(
        ErrorCode.INTERNAL_ERROR,
        "no checkpoint is made: the log of node %s does not fit at row %d"
            .formatted(chain.nodeName(), seq));
  }
}
