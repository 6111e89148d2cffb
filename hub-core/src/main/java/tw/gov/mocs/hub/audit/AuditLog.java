package tw.gov.mocs.hub.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The log: nothing leaves the hub before its record is committed here. */
@Component
public class AuditLog {

  private static final Duration SEEN_FOR = Duration.ofMinutes(15);
  private static final long WAIT_SECONDS = 60;

  private final boolean writing;
  private final EvidenceSealer sealer;
  private final ActOutbox outbox;
  private final ClaimMapper claims;
  private final Clock clock;
  private final LogWriter writer;
  private final Checkpoints checkpoints;
  private final Strangers strangers;
  private final RefusedLogins refusedLogins;
  private final Cache<ByteBuffer, Boolean> seen;

  AuditLog(
      AuditSettings settings,
      LogWriter writer,
      Checkpoints checkpoints,
      Strangers strangers,
      RefusedLogins refusedLogins,
      ClaimMapper claims,
      EvidenceSealer sealer,
      ActOutbox outbox,
      Clock clock) {
    this.writing = settings.writing();
    this.writer = writer;
    this.checkpoints = checkpoints;
    this.strangers = strangers;
    this.refusedLogins = refusedLogins;
    this.sealer = sealer;
    this.outbox = outbox;
    this.claims = claims;
    this.clock = clock;
    this.seen =
        Caffeine.newBuilder()
            .maximumSize(settings.replaysInMemory())
            .expireAfterWrite(SEEN_FOR)
            // Its upkeep is less work than waking another thread for it after every call.
            .executor(Runnable::run)
            .build();
  }

  @PostConstruct
  void start() {
    checkpoints.look();
    if (writing) {
      writer.start();
      strangers.start();
    }
  }

  @PreDestroy
  void stop() {
    if (writing) {
      strangers.stop();
      writer.stop(checkpoints::makeAll);
    }
  }

  /**
   * A new record id, for a call whose record will be appended: 26 characters, letters and digits;
   * the time and 80 random bits.
   */
  public String newRecordId() {
    writer.expect();
    return RecordIds.next(clock.instant());
  }

  /**
   * Commits the record and its claims, together; returns when they are durable. A claim that fails
   * turns the record into one of a refusal, which is committed instead.
   *
   * @throws HubException REPLAYED, REQUEST_ID_REPEATED, CALL_QUOTA_EXCEEDED, ROW_QUOTA_EXCEEDED
   *     (recorded), BUSY or LOG_UNAVAILABLE (not recorded, as far as we know)
   */
  public void append(CallRecord record, Claims claims) {
    if (!writing) {
      throw new HubException(ErrorCode.LOG_UNAVAILABLE, "hub.audit.writing is off");
    }
    Waiting call = waiting(record, claims);
    writer.add(call);
    HubException refusal = await(call);
    seen.put(ByteBuffer.wrap(claims.signedDigest()), true);
    if (refusal != null) {
      throw refusal.recordedAs(record.recordId());
    }
  }

  /** How many calls wait on this node to be written. */
  public int waiting() {
    return writer.waiting();
  }

  /** How many may; whoever comes then is refused as BUSY. */
  public int mostWaiting() {
    return writer.mostWaiting();
  }

  /** Whatever fails here, memory for the sealed request too, the writer must not wait for it. */
  private Waiting waiting(CallRecord record, Claims claims) {
    Waiting call = null;
    try {
      call = Waiting.of(record, claims, sealer);
      return call;
    } finally {
      if (call == null) {
        writer.forgo();
      }
    }
  }

  /**
   * Whether this node has recorded a call with this digest lately: a cheap early refusal. False
   * proves nothing; only {@link #append} decides.
   */
  public boolean seenRecently(byte[] signedDigest) {
    return seen.getIfPresent(ByteBuffer.wrap(signedDigest)) != null;
  }

  /**
   * Records an act in the caller's transaction: both are committed or neither.
   *
   * @throws IllegalStateException outside a transaction
   * @throws HubException VALUE_INVALID if its reason holds what has the form of an identity number
   */
  public void act(Act act) {
    GivenReason.requireSound(act);
    outbox.put(act, writer::actWaits);
  }

  /** Counts a refusal before any registered signature held; returns at once, never throws. */
  public void countRefusal(
      ErrorCode cause, InetAddress address, @Nullable String thumbprint, String detail) {
    strangers.count(cause, address, thumbprint, detail);
  }

  /**
   * The same of who proved the key of a certificate that is good, but that nobody registered. Of a
   * login it remembers the certificate and counts nothing.
   */
  public void countProven(ErrorCode cause, InetAddress address, ProvenKey proven, String detail) {
    strangers.countProven(cause, address, proven, detail);
  }

  /** Makes an act of a refused login, in a moment and within limits; never throws. */
  public void loginRefused(RefusedLogin login) {
    refusedLogins.note(login);
  }

  /** The last checkpoint, from memory. */
  public CheckpointRef lastCheckpoint() {
    return checkpoints.last();
  }

  /** What the application has used on the day. */
  public QuotaUse quotaUse(String applicationNo, LocalDate day) {
    QuotaUse used = claims.quotaUse(applicationNo, day);
    return used == null ? new QuotaUse(0, 0) : used;
  }

  private static @Nullable HubException await(Waiting call) {
    try {
      return call.done().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HubException known
          ? known
          : new HubException(ErrorCode.LOG_UNAVAILABLE, "the log writer failed", e);
    } catch (TimeoutException e) {
      throw new HubException(ErrorCode.LOG_UNAVAILABLE, "the log does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HubException(ErrorCode.LOG_UNAVAILABLE, "interrupted before the commit", e);
    }
  }
}
