package tw.gov.mocs.hub.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail was not taken.
 *
 * @param text what the server answered, or what stood in the way; one line
 * @param ofThisMail whether another mail may fare better: the server was there and let us in
 */
record MailFailure(String text, boolean ofThisMail) {

  private static final int LONGEST = 400;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

  static MailFailure of(MailException failure) {
    Exception first = first(failure);
    return new MailFailure(line(first), first != failure);
  }

  /** What became of the message itself, if it came so far. */
  private static Exception first(MailException failure) {
    if (failure instanceof MailSendException sending) {
      Exception[] ofMessages = sending.getMessageExceptions();
      if (ofMessages != null && ofMessages.length > 0 && !isConnection(sending)) {
        return ofMessages[0];
      }
    }
    return failure;
  }

  /** Spring gives each message the reason for which the connection failed. */
  private static boolean isConnection(MailSendException sending) {
    return sending.getCause() != null;
  }

  private static String line(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable at = failure; at != null; at = next(at)) {
      String message = at.getMessage();
      if (message != null && text.indexOf(message) < 0) {
        text.append(text.isEmpty() ? "" : "; ").append(message);
      }
    }
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    if (line.isEmpty()) {
      return failure.getClass().getSimpleName();
    }
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  private static @Nullable Throwable next(Throwable failure) {
    if (failure instanceof SendFailedException || failure instanceof MessagingException) {
      Exception next = ((MessagingException) failure).getNextException();
      return next != null ? next : failure.getCause();
    }
    return failure.getCause();
  }
}
