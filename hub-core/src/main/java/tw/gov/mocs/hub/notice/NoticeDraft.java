package tw.gov.mocs.hub.notice;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall be told to whom. It holds no other personal data than the name and the address of its
 * reader.
 *
 * @param kind what
 * @param recipients mail addresses; each gets a mail of its own
 * @param reader how the mail addresses its reader: 聯絡人姓名, or an agency's name
 * @param about the number of the application or incident, the code of the service, or the serial
 *     number of the certificate
 * @param lastDay the last day of what is about to end, of a service the day when it closes; null
 *     for all others
 * @param announced what the ministry announced of it, in Chinese; null or "" for nothing
 */
public record NoticeDraft(
    NoticeKind kind,
    List<String> recipients,
    String reader,
    String about,
    @Nullable LocalDate lastDay,
    @Nullable String announced) {

  /** Names each recipient once. */
  public NoticeDraft {
    recipients = List.copyOf(new LinkedHashSet<>(recipients));
  }

  /** Of something that does not end. */
  public NoticeDraft(NoticeKind kind, String recipient, String reader, String about) {
    this(kind, List.of(recipient), reader, about, null);
  }

  /** Of what nothing was announced. */
  public NoticeDraft(
      NoticeKind kind,
      List<String> recipients,
      String reader,
      String about,
      @Nullable LocalDate lastDay) {
    this(kind, recipients, reader, about, lastDay, null);
  }
}
