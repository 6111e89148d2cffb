package tw.gov.mocs.hub.notice;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.notice.NoticeSettings.Security;
import tw.gov.mocs.hub.notice.NoticeSettings.Smtp;
import tw.gov.mocs.hub.shared.KeyFiles;

/** Hands mail to the mail server, one message a connection. */
@Component
class Mailer {

  private final Smtp smtp;
  private final Clock clock;
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  Mailer(NoticeSettings settings, Clock clock) {
    this.smtp = settings.smtp();
    this.clock = clock;
    if (configured()) {
      sender.setHost(smtp.host());
      sender.setPort(smtp.port());
      sender.setUsername(smtp.user());
      sender.setPassword(smtp.user() == null ? null : smtp.password());
      sender.setJavaMailProperties(properties());
    }
  }

  /** Whether there is a mail server. */
  boolean configured() {
    return smtp.configured();
  }

  /** Returns once the server has taken the mail. */
  void send(Notice notice) throws MailException {
    sender.send(message(notice));
  }

  private MimeMessage message(Notice notice) {
    String from = requireNonNull(smtp.from(), "from");
    MimeMessage message = sender.createMimeMessage();
    try {
      MimeMessageHelper helper =
          new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(notice.recipient());
      helper.setSubject(notice.subject());
      helper.setText(notice.text());
      helper.setSentDate(Date.from(clock.instant()));
      // RFC 3834: no vacation program shall answer.
      message.setHeader("Auto-Submitted", "auto-generated");
      // The same at each attempt: who gets it twice after a crash can tell.
      message.setHeader(
          "Message-ID",
          "<notice-%d-%d@%s>"
              .formatted(
                  notice.id(),
                  notice.createdAt().toEpochMilli(),
                  from.substring(from.indexOf('@') + 1)));
      return message;
    } catch (MessagingException e) {
      throw new MailParseException(e);
    }
  }

  private Properties properties() {
    String millis = Long.toString(smtp.timeout().toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth", Boolean.toString(smtp.user() != null));
    boolean startTls = smtp.security() == Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(smtp.security() == Security.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    Path trusted = smtp.trustedCertificates();
    if (trusted != null) {
      properties.put("mail.smtp.ssl.socketFactory", trusting(trusted));
    }
    return properties;
  }

  private static SSLSocketFactory trusting(Path certificates) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (X509Certificate certificate : KeyFiles.certificates(certificates)) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no TLS with " + certificates, e);
    }
  }
}
