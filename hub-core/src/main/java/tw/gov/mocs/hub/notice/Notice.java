package tw.gov.mocs.hub.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 通知: a mail to one recipient, from its cause until the mail server took it.
 *
 * @param id key in the database
 * @param version counts its changes from 1
 * @param kind what it tells
 * @param recipient mail address
 * @param subject of the mail
 * @param text of the mail
 * @param about the number of the application or incident, or the serial number of the certificate
 * @param state where it stands
 * @param createdAt when its cause was committed
 * @param nextAttemptAt not before then; while it is being sent, when another node may take over
 * @param attempts how often it was tried
 * @param lastError what the last attempt failed by; null if none has failed
 * @param sentAt when the mail server took it
 */
public record Notice(
    long id,
    int version,
    NoticeKind kind,
    String recipient,
    String subject,
    String text,
    String about,
    NoticeState state,
    Instant createdAt,
    Instant nextAttemptAt,
    int attempts,
    @Nullable String lastError,
    @Nullable Instant sentAt) {

  /** Whether what failed was tried before it was let wait again. */
  public boolean hasFormerError() {
    return lastError != null && state == NoticeState.WAITING && attempts == 0;
  }

  /** Whether it can be sent again: it was given up, and not for want of an address. */
  public boolean canBeResent() {
    return canBeResentTo(recipient);
  }

  /** The same, to this address. */
  public boolean canBeResentTo(String address) {
    return state == NoticeState.FAILED && MailAddress.matches(address);
  }
}
