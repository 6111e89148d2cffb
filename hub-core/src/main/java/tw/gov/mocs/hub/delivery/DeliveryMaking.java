package tw.gov.mocs.hub.delivery;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.EncryptionCertificates;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.CallCounts;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.delivery.DeliveryMapper.Made;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * Makes one file that this node has claimed. Guarantee: it can be taken only once all of it is on
 * the disk and every person in it is in the log; whatever fails leaves nothing behind.
 */
@Component
class DeliveryMaking {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryMaking.class);
  private static final int MOST_ATTEMPTS = 3;
  private static final int BUFFER = 256 * 1024;

  /** A page takes less; each beat is a commit. */
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final DeliveryMapper mapper;
  private final Deliveries deliveries;
  private final FileMaker maker;
  private final DeliveryFolder folder;
  private final DeliveryLog log;
  private final DeliveryNotices notices;
  private final RuntimeSettings settings;
  private final EncryptionCertificates certificates;
  private final PersonHasher hasher;
  private final TransactionTemplate transactions;
  private final CallCounts counts;
  private final Clock clock;
  private final JobRecorder jobs;
  private final Object lock = new Object();
  private @Nullable Thread writing;
  private volatile boolean stopping;

  DeliveryMaking(
      DeliveryMapper mapper,
      Deliveries deliveries,
      FileMaker maker,
      DeliveryFolder folder,
      DeliveryLog log,
      DeliveryNotices notices,
      RuntimeSettings settings,
      EncryptionCertificates certificates,
      PersonHasher hasher,
      TransactionTemplate transactions,
      CallCounts counts,
      Clock clock,
      JobRecorder jobs) {
    this.mapper = mapper;
    this.deliveries = deliveries;
    this.maker = maker;
    this.folder = folder;
    this.log = log;
    this.notices = notices;
    this.settings = settings;
    this.certificates = certificates;
    this.hasher = hasher;
    this.transactions = transactions;
    this.counts = counts;
    this.clock = clock;
    this.jobs = jobs;
  }

  /** The delivery is another's by now, or cancelled. */
  private static final class Lost extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The node stops: what is being written is given back, what is already being logged is brought to
   * its end, and no failure from now on is the file's.
   */
  void stop() {
    synchronized (lock) {
      stopping = true;
      if (writing != null) {
        writing.interrupt();
      }
    }
  }

  void make(Delivery delivery) {
    try {
      folder.discard(delivery.deliveryNo(), delivery.attempts() - 1);
      if (delivery.attempts() > MOST_ATTEMPTS) {
        throw new HubException(ErrorCode.INTERNAL_ERROR, "given up after " + MOST_ATTEMPTS);
      }
      Grant grant = deliveries.requireUsable(new ApplicationNumber(delivery.applicationNo()));
      X509Certificate recipient = certificates.require(grant.agencyId());
      Made made = written(delivery, grant, recipient);
      Path persons = folder.persons(delivery.deliveryNo(), delivery.attempts());
      log.append(delivery, grant, recipient, persons, made);
      ready(delivery, made);
    } catch (Lost | InterruptedIOException e) {
      givenUp(delivery, e);
    } catch (HubException e) {
      failed(delivery, e.code(), e);
    } catch (IOException e) {
      failed(delivery, folder.code(e), e);
    } catch (RuntimeException e) {
      failed(delivery, ErrorCode.INTERNAL_ERROR, e);
    } finally {
      folder.discard(delivery.deliveryNo(), delivery.attempts());
    }
  }

  /** Given back if this node stops; once its persons are in the log that would be too late. */
  private Made written(Delivery delivery, Grant grant, X509Certificate recipient)
      throws IOException {
    try {
      beginWriting();
      try {
        return write(delivery, grant, recipient);
      } finally {
        endWriting();
      }
    } catch (IOException | RuntimeException e) {
      // Whatever fails once the node is to stop fails for that.
      if (!stopping) {
        throw e;
      }
      deliveries.giveBack(delivery);
      throw (InterruptedIOException) new InterruptedIOException("the node stops").initCause(e);
    }
  }

  private void beginWriting() throws IOException {
    synchronized (lock) {
      if (stopping) {
        throw new InterruptedIOException();
      }
      writing = Thread.currentThread();
    }
  }

  private void endWriting() {
    synchronized (lock) {
      writing = null;
      // What came too late for the writing must not reach a database.
      Thread.interrupted();
    }
  }

  private Made write(Delivery delivery, Grant grant, X509Certificate recipient) throws IOException {
    MessageDigest digest = Digests.sha256();
    try (FileChannel file = folder.begin(delivery.deliveryNo(), delivery.attempts());
        DeliveredPersons persons =
            new DeliveredPersons(
                folder.persons(delivery.deliveryNo(), delivery.attempts()), hasher);
        OutputStream out =
            new BufferedOutputStream(
                new DigestOutputStream(Channels.newOutputStream(file), digest), BUFFER)) {
      FileMaker.Contents contents =
          maker.write(
              delivery.deliveryNo(),
              grant,
              recipient,
              delivery.sealForm(),
              out,
              new Beats(delivery, grant, persons));
      out.flush();
      file.force(true);
      return new Made(
          contents.asOf(),
          Certificates.thumbprint(recipient),
          file.size(),
          HexFormat.of().formatHex(digest.digest()),
          contents.rows(),
          clock.instant().plus(settings.current(DeliverySettings.class).kept()));
    }
  }

  private void ready(Delivery delivery, Made made) throws IOException {
    try {
      transactions.executeWithoutResult(status -> keep(delivery, made));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void keep(Delivery delivery, Made made) {
    // While its row is held nobody cancels it or makes it anew: no other's file is replaced.
    if (mapper.made(delivery.deliveryNo(), delivery.version(), made, clock.instant()) == 0) {
      throw new HubException(ErrorCode.CHANGED_MEANWHILE, delivery.deliveryNo());
    }
    try {
      folder.keep(delivery.deliveryNo(), delivery.attempts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    deliveries.log(
        AuditAction.DELIVERY_MADE,
        delivery,
        DeliveryStatus.RUNNING,
        DeliveryStatus.READY,
        made.rows() + " rows, SHA-256 " + made.sha256(),
        Actor.HUB);
    notices.ready(delivery, made.expiresAt());
  }

  private static void givenUp(Delivery delivery, Exception why) {
    LOG.info(
        "delivery {} is given up: {}", delivery.deliveryNo(), BareFailure.of(why).getMessage());
  }

  private void failed(Delivery delivery, ErrorCode code, Exception why) {
    if (stopping) {
      // It is made anew once its claim is over.
      givenUp(delivery, why);
      return;
    }
    LOG.warn(
        "delivery {} failed: {} {} {} ({})",
        delivery.deliveryNo(),
        code.code(),
        code.message(Locale.TAIWAN, told(why)),
        code.message(Locale.ENGLISH, told(why)),
        BareFailure.of(why).getMessage());
    transactions.executeWithoutResult(
        status -> {
          int ended =
              mapper.end(
                  delivery.deliveryNo(),
                  delivery.version(),
                  DeliveryStatus.FAILED,
                  code,
                  clock.instant());
          if (ended == 1) {
            // Else it is another's by now, and so is the file.
            folder.delete(delivery.deliveryNo());
            deliveries.log(
                AuditAction.DELIVERY_FAILED,
                delivery,
                DeliveryStatus.RUNNING,
                DeliveryStatus.FAILED,
                code.code(),
                Actor.HUB);
          }
        });
  }

  private static List<String> told(Exception why) {
    return why instanceof HubException refusal ? refusal.told() : List.of();
  }

  /** Shows that this node is at work, and notices that it should stop. */
  private final class Beats implements FileMaker.Watch {

    private final Delivery delivery;
    private final @Nullable Long estimated;
    private final DeliveredPersons persons;
    private final GivingWay calls = new GivingWay(counts::records);
    private Instant nextBeat = Instant.MIN;

    Beats(Delivery delivery, Grant grant, DeliveredPersons persons) {
      this.delivery = delivery;
      this.estimated = grant.extract() == null ? null : grant.extract().estimatedRows();
      this.persons = persons;
    }

    @Override
    public void written(long rows) throws IOException {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException();
      }
      jobs.reached(Job.DELIVERIES, rows, estimated);
      Instant now = clock.instant();
      if (now.isBefore(nextBeat)) {
        return;
      }
      nextBeat = now.plus(BEAT);
      if (mapper.beat(delivery.deliveryNo(), delivery.version(), rows, now.plus(DeliveryJobs.CLAIM))
          == 0) {
        throw new Lost();
      }
    }

    @Override
    public void read() throws IOException {
      calls.row();
    }

    @Override
    public void person(String identityNumber) throws IOException {
      persons.add(identityNumber);
    }
  }
}
