package tw.gov.mocs.hub.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.shared.Check;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.WebAddress;

/**
 * Mail to agencies. Without a mail server notices wait, visible to the administrator.
 *
 * @param portalUrl address of the portal, named in each mail; left out when absent
 * @param interval how often this node looks for notices to be sent
 * @param smtp the mail server
 */
@ConfigurationProperties("hub.notice")
public record NoticeSettings(
    @Checked(by = WebAddress.class) @Nullable URI portalUrl,
    @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration interval,
    @DefaultValue @Valid @Checked(by = NoticeSettings.Complete.class, at = "from") Smtp smtp) {

  /** How the connection to the mail server is protected. */
  public enum Security {
    /** Not at all: for a server on the same machine or in the same protected network. */
    NONE,
    /** By STARTTLS, without which nothing is sent (RFC 3207). */
    STARTTLS,
    /** By TLS from the first byte (RFC 8314). */
    TLS
  }

  /**
   * The mail server.
   *
   * @param host its name; mail is not sent when absent
   * @param port its port
   * @param security `NONE`, `STARTTLS` or `TLS`
   * @param trustedCertificates PEM file of the authorities that its certificate may come from;
   *     those of Java when absent
   * @param user who logs in; nobody when absent
   * @param password the password; never shown
   * @param from address that mail comes from
   * @param timeout for connecting, and for each answer of the server
   */
  public record Smtp(
      @Nullable String host,
      @DefaultValue("587") @Min(1) @Max(65535) int port,
      @DefaultValue("STARTTLS") Security security,
      @Checked(by = KeyFiles.OfCertificates.class) @Nullable Path trustedCertificates,
      @Nullable String user,
      @DefaultValue("") String password,
      @Checked(by = MailAddress.Form.class) @Nullable String from,
      @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration timeout) {

    /** Whether there is a mail server. */
    boolean configured() {
      return host != null && !host.isBlank();
    }

    @Override
    public String toString() {
      return "Smtp[host=%s, port=%d, security=%s, user=%s, from=%s]"
          .formatted(host, port, security, user, from);
    }
  }

  /** A mail server needs to be told whom mail comes from. */
  static final class Complete implements Check<Smtp> {

    @Override
    public void check(Smtp smtp) {
      if (smtp.configured() && smtp.from() == null) {
        throw new IllegalArgumentException("must be given with a host");
      }
    }
  }
}
