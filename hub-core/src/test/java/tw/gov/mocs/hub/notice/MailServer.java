package tw.gov.mocs.hub.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on loopback: it can be away, demand TLS, and refuse recipients. */
final class MailServer implements AutoCloseable {

  /**
   * A mail as it was taken.
   *
   * @param recipient of the envelope
   * @param raw header and body, a character for each byte
   */
  record Taken(String recipient, String raw) {

    MimeMessage message() throws MessagingException {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }
  }

  private static final MailServer PLAIN = new MailServer(null);

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final Map<String, RejectException> refused = new ConcurrentHashMap<>();
  private final @Nullable SSLContext tls;
  private SMTPServer server;

  private MailServer(@Nullable SSLContext tls) {
    this.tls = tls;
    this.server = start(0);
  }

  /** The one of all tests of a JVM; each leaves it empty. */
  static MailServer plain() {
    return PLAIN;
  }

  /** Nothing is said to it before STARTTLS. */
  static MailServer demandingTls(SSLContext tls) {
    return new MailServer(tls);
  }

  int port() {
    return server.getPortAllocated();
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  void refuse(String recipient, int code, String why) {
    refused.put(recipient, new RejectException(code, why));
  }

  void takeAll() {
    refused.clear();
  }

  void goAway() {
    server.stop();
  }

  /** On the port that it had. */
  void comeBack() {
    server = start(server.getPortAllocated());
  }

  @Override
  public void close() {
    if (this != PLAIN) {
      server.stop();
      return;
    }
    taken.clear();
    refused.clear();
    if (!server.isRunning()) {
      comeBack();
    }
  }

  private SMTPServer start(int port) {
    SMTPServer.Builder builder =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(Handler::new);
    if (tls != null) {
      builder.enableTLS().requireTLS().startTlsSocketFactory(tls);
    }
    SMTPServer started = builder.build();
    started.start();
    return started;
  }

  /** One mail under way. */
  private final class Handler implements MessageHandler {

    private String recipient = "";

    Handler(MessageContext context) {}

    @Override
    public void from(String address) {}

    @Override
    public void recipient(String address) throws RejectException {
      RejectException refusal = refused.get(address);
      if (refusal != null) {
        throw refusal;
      }
      recipient = address;
    }

    @Override
    public @Nullable String data(InputStream bytes) throws IOException {
      taken.add(
          new Taken(recipient, new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1)));
      return null;
    }

    @Override
    public void done() {}
  }
}
