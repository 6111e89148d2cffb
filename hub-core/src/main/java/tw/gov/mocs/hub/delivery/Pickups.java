package tw.gov.mocs.hub.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.EncryptionCertificates;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * How an agency takes a file that is READY: by one ticket, once, until it acknowledges it, and the
 * file is deleted, or the time is over ({@link DeliveryExpiry}).
 */
@Component
public class Pickups {

  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Deliveries deliveries;
  private final DeliveryMapper mapper;
  private final TicketMapper tickets;
  private final EncryptionCertificates certificates;
  private final DeliveryFolder folder;
  private final DeliveryNotices notices;
  private final RuntimeSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Pickups(
      Deliveries deliveries,
      DeliveryMapper mapper,
      TicketMapper tickets,
      EncryptionCertificates certificates,
      DeliveryFolder folder,
      DeliveryNotices notices,
      RuntimeSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.deliveries = deliveries;
    this.mapper = mapper;
    this.tickets = tickets;
    this.certificates = certificates;
    this.folder = folder;
    this.notices = notices;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A pickup under way.
   *
   * @param delivery what is taken
   * @param ticket by which
   * @param file where its bytes stand
   */
  public record Pickup(Delivery delivery, Ticket ticket, Path file) {}

  /**
   * Issues a ticket to a card of the agency; one before it that is not complete is void from now.
   *
   * @return the token, 64 hexadecimal digits; it is stored nowhere
   * @throws HubException NOT_FOUND for another agency's file; STATE_CONFLICT before it is READY,
   *     DELIVERY_GONE after; DELIVERY_TAKEN; what stands against the grant, or the certificate that
   *     it is encrypted to
   */
  public String issue(String deliveryNo, long agencyId, Actor holder) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    transactions.executeWithoutResult(
        status -> {
          int allowed = mapper.lockAllowed(requireOwn(deliveryNo, agencyId).deliveryNo());
          Delivery delivery = requireReady(deliveryNo, agencyId);
          Instant now = clock.instant();
          if (complete(deliveryNo) >= allowed) {
            throw new HubException(ErrorCode.DELIVERY_TAKEN, deliveryNo + " was taken");
          }
          tickets.endOthers(deliveryNo, now);
          tickets.insert(
              new Ticket(
                  0,
                  deliveryNo,
                  requireNonNull(holder.certificateThumbprint(), "a card"),
                  now,
                  now.plus(settings.current(DeliverySettings.class).ticket()),
                  0,
                  null),
              sha256(token));
          log(AuditAction.DELIVERY_TICKET_ISSUED, delivery, null, holder);
        });
    return token;
  }

  /**
   * What a token lets its card take now.
   *
   * @param holder whose card asks
   * @throws HubException NOT_FOUND for an unknown token or another card's; DELIVERY_GONE once the
   *     file is, DELIVERY_TAKEN once it was taken as often as is allowed, DELIVERY_TICKET_OVER for
   *     a ticket that has ended; FILE_STORE_UNAVAILABLE; what stands against the grant
   */
  public Pickup open(String token, long agencyId, Actor holder) {
    Ticket ticket =
        tickets
            .find(sha256(token))
            .filter(found -> found.issuedTo().equals(holder.certificateThumbprint()))
            .filter(found -> deliveries.get(found.deliveryNo()).agencyId() == agencyId)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no such ticket", "下載"));
    requireThere(requireOwn(ticket.deliveryNo(), agencyId));
    requireGood(ticket);
    Delivery delivery = requireReady(ticket.deliveryNo(), agencyId);
    Path file = folder.file(delivery.deliveryNo());
    if (!Files.isRegularFile(file)) {
      throw new HubException(ErrorCode.FILE_STORE_UNAVAILABLE, file + " is not there");
    }
    return new Pickup(delivery, ticket, file);
  }

  /**
   * Bytes of a file are about to leave. They count as sent from now, so that a download can go on
   * from wherever its connection breaks. What is sent is always the beginning of the file: whoever
   * could begin elsewhere could take it whole without being counted.
   *
   * @param from place of the first of them
   * @param to place behind the last of them
   * @throws HubException DELIVERY_RANGE_AHEAD, with the place to go on from, if not all before them
   *     has been sent; DELIVERY_TICKET_OVER if another ticket was issued meanwhile
   */
  public void leaving(Pickup pickup, long from, long to) {
    transactions.executeWithoutResult(
        status -> {
          Ticket ticket = present(pickup.ticket());
          long size = requireNonNull(pickup.delivery().bytes(), "bytes");
          if (from > ticket.sent() || from >= size) {
            throw new HubException(
                ErrorCode.DELIVERY_RANGE_AHEAD,
                "from %d of %d, sent are %d".formatted(from, size, ticket.sent()),
                Long.toString(Math.min(ticket.sent(), size - 1)));
          }
          tickets.sent(ticket.id(), to);
        });
  }

  /**
   * All bytes of a file before this place have left.
   *
   * @return whether the pickup is complete by that
   */
  public boolean left(Pickup pickup, long to, Actor holder) {
    long all = requireNonNull(pickup.delivery().bytes(), "bytes");
    if (to < all) {
      return false;
    }
    return requireNonNull(
        transactions.execute(
            status -> {
              if (tickets.complete(pickup.ticket().id(), clock.instant()) == 0) {
                return false;
              }
              log(
                  AuditAction.DELIVERY_DOWNLOADED,
                  pickup.delivery(),
                  all + " bytes, SHA-256 " + pickup.delivery().sha256(),
                  holder);
              return true;
            }),
        "left");
  }

  /**
   * 准予重新下載: the agency has lost what it took.
   *
   * @throws HubException NOT_FOUND, DUTIES_NOT_SEPARATE, CHANGED_MEANWHILE, STATE_CONFLICT if it is
   *     not READY or {@link #canBeReissued} is false, VALUE_INVALID without a reason
   */
  public void allowAnother(String deliveryNo, int version, String reason, Actor administrator) {
    Deliveries.requireReason(reason);
    transactions.executeWithoutResult(
        status -> {
          Delivery delivery = deliveries.get(deliveryNo);
          deliveries.requireSeparate(delivery.agencyId(), administrator, "准予重新下載");
          if (delivery.status() != DeliveryStatus.READY) {
            throw new HubException(ErrorCode.STATE_CONFLICT, deliveryNo + " is not there", "檔案");
          }
          if (delivery.version() == version && !canBeReissued(delivery)) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT, deliveryNo + " can still be taken", "檔案");
          }
          if (mapper.allowAnother(deliveryNo, version) == 0) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, deliveryNo);
          }
          mapper.insertDuty(delivery, administrator, clock.instant());
          log(AuditAction.DELIVERY_REISSUED, delivery, reason, administrator);
          notices.reissued(delivery);
        });
  }

  /**
   * 簽收: the agency has opened it and names its digest; the file is deleted.
   *
   * @throws HubException NOT_FOUND, STATE_CONFLICT unless it was taken, DELIVERY_GONE once it is
   *     deleted, VALUE_INVALID for another digest
   */
  public void acknowledge(String deliveryNo, long agencyId, String sha256, Actor holder) {
    transactions.executeWithoutResult(
        status -> {
          Delivery delivery = requireReady(deliveryNo, agencyId);
          if (complete(deliveryNo) == 0) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT, deliveryNo + " was not taken", "檔案尚未下載完成");
          }
          if (sha256.isBlank()) {
            throw new HubException(ErrorCode.VALUE_INVALID, "no digest", "檔案之 SHA-256", "空白");
          }
          if (!sha256.strip().equalsIgnoreCase(delivery.sha256())) {
            throw new HubException(
                ErrorCode.VALUE_INVALID, "another digest", "檔案之 SHA-256", "與本檔案不符");
          }
          deliveries.end(
              delivery, DeliveryStatus.RECEIVED, AuditAction.DELIVERY_RECEIVED, null, holder);
        });
    folder.delete(deliveryNo);
  }

  /**
   * A file of this agency that it may take and acknowledge now, its tickets apart.
   *
   * @throws HubException NOT_FOUND for another agency's; STATE_CONFLICT before it is made,
   *     DELIVERY_GONE once it is deleted; what stands against the grant, or the certificate that it
   *     is encrypted to
   */
  public Delivery requireReady(String deliveryNo, long agencyId) {
    Delivery delivery = requireOwn(deliveryNo, agencyId);
    requireThere(delivery);
    deliveries.requireUsable(new ApplicationNumber(delivery.applicationNo()));
    certificates.requireStillOwn(agencyId, requireNonNull(delivery.thumbprint(), "of a file"));
    return delivery;
  }

  /** What stands against taking a file that is made, its tickets apart; empty if nothing does. */
  public Optional<HubException> refusal(Delivery delivery) {
    try {
      requireReady(delivery.deliveryNo(), delivery.agencyId());
      return Optional.empty();
    } catch (HubException e) {
      return Optional.of(e);
    }
  }

  /** Whether a ticket would be issued now, the grant apart. */
  public boolean canBeTaken(Delivery delivery) {
    return delivery.status() == DeliveryStatus.READY
        && complete(delivery.deliveryNo()) < mapper.allowed(delivery.deliveryNo());
  }

  /** Whether it was taken as often as is allowed, or the ticket that it was begun by is over. */
  public boolean canBeReissued(Delivery delivery) {
    if (delivery.status() != DeliveryStatus.READY) {
      return false;
    }
    List<Ticket> all = tickets.of(delivery.deliveryNo());
    if (all.isEmpty()) {
      return false;
    }
    Ticket newest = all.get(0);
    return newest.completedAt() != null ? !canBeTaken(delivery) : !current(newest);
  }

  private boolean current(Ticket ticket) {
    return clock.instant().isBefore(ticket.expiresAt());
  }

  private long complete(String deliveryNo) {
    return tickets.of(deliveryNo).stream().filter(each -> each.completedAt() != null).count();
  }

  /** The tickets of a file, the newest first. */
  public List<Ticket> tickets(String deliveryNo) {
    return tickets.of(deliveryNo);
  }

  private void log(AuditAction action, Delivery delivery, @Nullable String reason, Actor actor) {
    deliveries.log(action, delivery, DeliveryStatus.READY, DeliveryStatus.READY, reason, actor);
  }

  /** The ticket as it is now, unless another one has taken its place. */
  private Ticket present(Ticket ticket) {
    Ticket newest = tickets.of(ticket.deliveryNo()).get(0);
    if (newest.id() != ticket.id()) {
      throw over(ticket, "已由較新之下載取代");
    }
    return newest;
  }

  private void requireGood(Ticket ticket) {
    String deliveryNo = ticket.deliveryNo();
    if (ticket.completedAt() != null || complete(deliveryNo) >= mapper.allowed(deliveryNo)) {
      throw new HubException(ErrorCode.DELIVERY_TAKEN, deliveryNo + " was taken");
    }
    present(ticket);
    if (!current(ticket)) {
      throw over(ticket, "已逾時");
    }
  }

  private static HubException over(Ticket ticket, String why) {
    return new HubException(
        ErrorCode.DELIVERY_TICKET_OVER, "ticket %d is over: %s".formatted(ticket.id(), why), why);
  }

  private Delivery requireOwn(String deliveryNo, long agencyId) {
    Delivery delivery = deliveries.get(deliveryNo);
    if (delivery.agencyId() != agencyId) {
      throw new HubException(
          ErrorCode.NOT_FOUND, deliveryNo + " is not of agency " + agencyId, deliveryNo);
    }
    return delivery;
  }

  /** DELIVERY_GONE, with the reason, once it was deleted; STATE_CONFLICT before it is made. */
  private void requireThere(Delivery delivery) {
    switch (delivery.status()) {
      case RECEIVED -> throw gone(delivery, "貴機關已簽收本檔案");
      case CANCELLED -> throw gone(delivery, "本部已取消本檔案");
      case EXPIRED -> throw gone(delivery, "本檔案逾期未簽收");
      case QUEUED, RUNNING, FAILED ->
          throw new HubException(
              ErrorCode.STATE_CONFLICT,
              delivery.deliveryNo() + " is " + delivery.status(),
              "檔案尚未產製完成");
      case READY -> {
        Instant expires = delivery.expiresAt();
        if (expires == null || !clock.instant().isBefore(expires)) {
          throw gone(delivery, "本檔案逾期未簽收");
        }
      }
    }
  }

  private static HubException gone(Delivery delivery, String why) {
    return new HubException(
        ErrorCode.DELIVERY_GONE, delivery.deliveryNo() + " is " + delivery.status(), why);
  }

  private static String sha256(String token) {
    return HexFormat.of().formatHex(Digests.sha256(token.getBytes(US_ASCII)));
  }
}
