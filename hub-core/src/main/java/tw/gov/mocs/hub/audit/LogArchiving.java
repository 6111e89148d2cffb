package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * Moves old records of the log from the database into signed files. Guarantee: nothing is removed
 * whose file was not read back whole from the disk, after its signed head was committed; whatever
 * ends it between two steps, the next run goes on from there.
 */
@Component
public class LogArchiving {

  private static final Logger LOG = LoggerFactory.getLogger(LogArchiving.class);
  private static final String AT_NIGHT = "0 30 3 * * *";
  private static final int CHECKPOINTS_AT_ONCE = 200;

  private final ArchiveMapper mapper;
  private final CheckpointMapper checkpoints;
  private final CheckpointKeys keys;
  private final StoredRows stored;
  private final ArchiveRemoval removal;
  private final ArchiveTurn turn;
  private final LogMapper database;
  private final DiskSync disk;
  private final AuditLog log;
  private final RetentionSettings settings;
  private final AuditSettings audit;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final JobRecorder jobs;

  /** What a test may do after each step. */
  Consumer<Step> after = step -> {};

  /** What is done one after the other. */
  enum Step {
    WRITTEN,
    NAMED,
    COMMITTED,
    BATCH_REMOVED,
    ALL_REMOVED,
    ENDED
  }

  LogArchiving(
      ArchiveMapper mapper,
      CheckpointMapper checkpoints,
      CheckpointKeys keys,
      StoredRows stored,
      ArchiveRemoval removal,
      ArchiveTurn turn,
      LogMapper database,
      DiskSync disk,
      AuditLog log,
      RetentionSettings settings,
      AuditSettings audit,
      TransactionTemplate transactions,
      Clock clock,
      JobRecorder jobs) {
    this.mapper = mapper;
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.stored = stored;
    this.removal = removal;
    this.turn = turn;
    this.database = database;
    this.disk = disk;
    this.log = log;
    this.settings = settings;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.jobs = jobs;
  }

  /** Every night, where a folder is set; on every node: who comes second finds nothing to do. */
  @Scheduled(cron = AT_NIGHT, zone = "Asia/Taipei")
  void run() {
    if (!audit.writing() || settings.folder() == null) {
      return;
    }
    ZonedDateTime now = ZonedDateTime.now(RocDate.TAIPEI);
    Duration next = Duration.between(now, CronExpression.parse(AT_NIGHT).next(now));
    try {
      jobs.run(Job.LOG_ARCHIVE, next, () -> archive(Actor.HUB));
    } catch (RuntimeException e) {
      LOG.error("the log is not archived further: {}", BareFailure.of(e).getMessage());
    }
  }

  /**
   * Archives and removes what is older than the settings keep, by database time.
   *
   * @return how many files were made
   * @throws HubException SETTINGS_INVALID without a folder; INTERNAL_ERROR when something does not
   *     fit: nothing of that file is removed then
   */
  public int archive(Actor actor) {
    return archive(database.now().minus(Duration.ofDays(settings.logDays())), actor);
  }

  synchronized int archive(Instant before, Actor actor) {
    Path path = settings.folder();
    if (path == null) {
      throw new HubException(
          ErrorCode.SETTINGS_INVALID,
          "hub.retention.folder names no folder for the archive",
          "hub.retention.folder 未設定");
    }
    if (!turn.take()) {
      LOG.info("another process archives the log");
      return 0;
    }
    ArchiveFolder folder = new ArchiveFolder(path);
    try {
      removeArchived(folder, actor);
      int made = 0;
      Reach reach = new Reach(mapper.rowsDue(mapper.lastCheckpoint(), before));
      while (makeNext(folder, before, reach, actor)) {
        removeArchived(folder, actor);
        made++;
      }
      return made;
    } catch (IOException e) {
      throw new HubException(ErrorCode.INTERNAL_ERROR, "the archive cannot be written", e);
    } finally {
      turn.end();
    }
  }

  /** Makes one file; false when there is nothing that is old enough. */
  private boolean makeNext(ArchiveFolder folder, Instant before, Reach reach, Actor actor)
      throws IOException {
    ArchiveMapper.Stored last = mapper.last();
    long first = last == null ? 1 : last.head().lastCheckpoint() + 1;
    long end = end(first, before);
    if (end < first) {
      return false;
    }
    long number = last == null ? 1 : last.archiveNo() + 1;
    byte[] previous = last == null ? Checkpoint.NO_PREVIOUS : last.signed().hash();
    Path part = folder.part(number);
    try (ArchiveWriter out = new ArchiveWriter(part, stored, nodes())) {
      eachUpTo(
          first,
          end,
          signed -> {
            out.write(signed);
            reach.tell(out.rows());
          });
      out.end();
      reach.add(out.rows());
      after.accept(Step.WRITTEN);
      ArchiveHead head =
          new ArchiveHead(
              number,
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              previous,
              keys.present(),
              first,
              end,
              out.content(),
              Files.size(part),
              out.digest());
      Checkpoint.Signed signed = keys.sign(head.text());
      folder.keep(part, head);
      after.accept(Step.NAMED);
      requireWhole(folder, head);
      turn.keep();
      commit(head, signed, out.parts(), actor);
      disk.sync();
    } finally {
      Files.deleteIfExists(part);
    }
    after.accept(Step.COMMITTED);
    return true;
  }

  private void commit(
      ArchiveHead head, Checkpoint.Signed signed, List<ArchiveMapper.Part> parts, Actor actor) {
    transactions.executeWithoutResult(
        status -> {
          mapper.insert(head, signed);
          parts.forEach(part -> mapper.insertPart(head.number(), part));
          log.act(act(AuditAction.LOG_ARCHIVED, head, actor));
        });
  }

  /** The last checkpoint that is old enough and fits into a file that begins with {@code first}. */
  private long end(long first, Instant before) {
    long end = first - 1;
    long rows = 0;
    for (List<CheckpointMapper.Stored> next = next(end); !next.isEmpty(); next = next(end)) {
      for (CheckpointMapper.Stored one : next) {
        Checkpoint checkpoint = one.signed().read();
        if (rows >= settings.fileRows() || !checkpoint.madeAt().isBefore(before)) {
          return end;
        }
        rows += checkpoint.spans().stream().mapToLong(span -> span.last() - span.first() + 1).sum();
        end = one.checkpointNo();
      }
    }
    return end;
  }

  private List<CheckpointMapper.Stored> next(long number) {
    return checkpoints.after(number, CHECKPOINTS_AT_ONCE);
  }

  /** What takes one checkpoint after the other. */
  private interface Taker {
    void take(Checkpoint.Signed signed) throws IOException;
  }

  private void eachUpTo(long first, long end, Taker taker) throws IOException {
    long number = first - 1;
    while (number < end) {
      List<CheckpointMapper.Stored> next = next(number);
      if (next.isEmpty()) {
        throw new HubException(ErrorCode.INTERNAL_ERROR, "a checkpoint is missing");
      }
      for (CheckpointMapper.Stored one : next) {
        if (one.checkpointNo() <= end) {
          taker.take(one.signed());
        }
        number = one.checkpointNo();
      }
      turn.keep();
    }
  }

  private Map<String, Long> nodes() {
    return checkpoints.chains().stream()
        .collect(Collectors.toMap(CheckpointMapper.Chain::nodeName, CheckpointMapper.Chain::id));
  }

  /** Removes what is archived, also what an ended hub left; each file is read once more before. */
  private void removeArchived(ArchiveFolder folder, Actor actor) throws IOException {
    for (ArchiveMapper.Stored one : mapper.unremoved()) {
      ArchiveHead head = one.head();
      requireWhole(folder, head);
      folder.keepHead(head, one.signed());
      folder.discardLeft(head, clock.instant());
      removal.remove(
          one.archiveNo(),
          () -> {
            turn.keep();
            after.accept(Step.BATCH_REMOVED);
          });
      after.accept(Step.ALL_REMOVED);
      transactions.executeWithoutResult(
          status -> {
            if (mapper.markRemoved(head.number(), clock.instant()) == 1) {
              log.act(act(AuditAction.ARCHIVED_REMOVED, head, actor));
            }
          });
      after.accept(Step.ENDED);
    }
  }

  private void requireWhole(ArchiveFolder folder, ArchiveHead head) {
    String fault = folder.faultOfFile(head, List.of());
    if (fault == null) {
      fault = new ArchiveCheck(checkpoints, keys).fault(folder.file(head), head);
    }
    if (fault != null) {
      throw new HubException(
          ErrorCode.INTERNAL_ERROR,
          "nothing is removed: archive %d, %s %s".formatted(head.number(), head.fileName(), fault));
    }
  }

  /** How far a run is, over all the files that it makes. */
  private final class Reach {

    private final long total;
    private long done;

    Reach(long total) {
      this.total = total;
      tell(0);
    }

    void tell(long rowsOfFile) {
      jobs.reached(Job.LOG_ARCHIVE, done + rowsOfFile, total);
    }

    void add(long rowsOfFile) {
      done += rowsOfFile;
    }
  }

  private static Act act(AuditAction action, ArchiveHead head, Actor actor) {
    String holds =
        "checkpoints %d to %d, %d records, SHA-256 %s"
            .formatted(
                head.firstCheckpoint(),
                head.lastCheckpoint(),
                head.content().rows(),
                HexFormat.of().formatHex(head.digest()));
    return new Act(action, actor, "archive " + head.number(), null, null, holds, null);
  }
}
