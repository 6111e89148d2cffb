package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** The caller's certificate as the caller should see it, before the hub refuses it. */
final class OwnCertificate {

  private static final Duration SOON = Duration.ofDays(30);

  private OwnCertificate() {}

  /** Warns of a certificate that is not in force or ends soon; the hub has the last word. */
  static void warn(X509Certificate certificate, Instant now, PrintWriter err) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (until.isBefore(now)) {
      say(err, "憑證已於 %s 到期，平臺將會拒絕；請換發並登記新憑證", until);
      say(
          err,
          "the certificate ended on %s, the hub will refuse it; get and register a new one",
          until);
    } else if (from.isAfter(now)) {
      say(err, "憑證自 %s 起才有效，平臺將會拒絕；請使用有效的憑證，或校正系統時間", from);
      say(
          err,
          "the certificate is in force from %s only, the hub will refuse it; use another, or set the clock right",
          from);
    } else if (until.isBefore(now.plus(SOON))) {
      say(err, "憑證將於 %s 到期；請及早換發並登記新憑證", until);
      say(err, "the certificate ends on %s; get and register a new one in time", until);
    }
    err.flush();
  }

  private static void say(PrintWriter err, String text, Instant when) {
    err.println("! " + text.formatted(when));
  }
}
