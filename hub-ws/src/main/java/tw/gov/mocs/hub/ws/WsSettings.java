package tw.gov.mocs.hub.ws;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.shared.Check;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.Folders;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.KeyPair;
import tw.gov.mocs.hub.shared.WebAddress;

/**
 * The SOAP endpoint of this node.
 *
 * @param host the address it listens on
 * @param port HTTPS
 * @param tlsCertificate PEM file: the server's certificate, then its issuers
 * @param tlsKey PEM file of its private key
 * @param plainHttp whether plain HTTP is served too; for demonstrations, on loopback only
 * @param plainHttpPort its port
 * @param path the path of the endpoint
 * @param publicUrl the address that the WSDL names; made from host, port and path when absent
 * @param signingCertificate PEM file: the certificate that answers are signed with, then its
 *     issuers
 * @param signingKey PEM file of its private key
 * @param clockSkew how far ahead a Timestamp may lie
 * @param maxAge how old a Timestamp may be
 * @param http limits of connections and messages
 * @param xml limits of a message's structure
 * @param spoolFolder for large answers that wait for their record; each file is encrypted under a
 *     key of its call; emptied at start, so no other node may use it
 * @param spool limits of what waits for its record
 * @param trustedProxies addresses (CIDR) whose {@code Forwarded} header or PROXY line is believed;
 *     who calls through one that tells no address is 0.0.0.0
 * @param proxyProtocol whether only trusted proxies may connect, telling the caller in a PROXY line
 */
@ConfigurationProperties("hub.ws")
@Checked(by = WsSettings.TlsPair.class, at = "tlsKey")
@Checked(by = WsSettings.SigningPair.class, at = "signingKey")
@Checked(by = WsSettings.SigningTime.class, at = "signingCertificate")
public record WsSettings(
    @DefaultValue("127.0.0.1") @NotBlank String host,
    @DefaultValue("8445") @Min(0) @Max(65535) int port,
    @NotNull @Checked(by = KeyFiles.OfCertificates.class) Path tlsCertificate,
    @NotNull @Checked(by = KeyFiles.OfPrivateKey.class) Path tlsKey,
    @DefaultValue("false") boolean plainHttp,
    @DefaultValue("8446") @Min(0) @Max(65535) int plainHttpPort,
    @DefaultValue("/exchange") @Pattern(regexp = "(/[A-Za-z0-9_-]+)+") String path,
    @Checked(by = WebAddress.class) @Nullable URI publicUrl,
    @NotNull @Checked(by = KeyFiles.OfCertificates.class) Path signingCertificate,
    @NotNull @Checked(by = KeyFiles.OfPrivateKey.class) Path signingKey,
    @DefaultValue("60s") @DurationMin(seconds = 0) @DurationMax(minutes = 30) Duration clockSkew,
    // Digests of messages are kept for an hour (Claims.KEPT); the rest is room for clocks that
    // differ.
    @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(minutes = 30) Duration maxAge,
    @DefaultValue @Valid Http http,
    @DefaultValue @Valid Xml xml,
    @DefaultValue("var/spool") @Checked(by = Folders.Usable.class) Path spoolFolder,
    @DefaultValue @Valid Spooling spool,
    @DefaultValue List<@Checked(by = Cidr.Form.class) String> trustedProxies,
    @DefaultValue("false") boolean proxyProtocol) {

  /** Copies the list. */
  public WsSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** The key of the server is that of its certificate. */
  static final class TlsPair implements Check<WsSettings> {

    @Override
    public void check(WsSettings settings) {
      KeyPair.requireFitting(settings.tlsCertificate(), settings.tlsKey());
    }
  }

  /** The key that signs answers is that of the certificate in them. */
  static final class SigningPair implements Check<WsSettings> {

    @Override
    public void check(WsSettings settings) {
      KeyPair.requireFitting(settings.signingCertificate(), settings.signingKey());
    }
  }

  /** The certificate that answers are signed with counts now: else no caller takes them. */
  static final class SigningTime implements Check<WsSettings> {

    @Override
    public void check(WsSettings settings) {
      KeyPair.requireValid(settings.signingCertificate());
    }
  }

  /** The address that a contract names. */
  public URI address() {
    return publicUrl != null ? publicUrl : URI.create("https://" + host + ":" + port + path);
  }

  /** Plain HTTP shows personal data to whoever listens: loopback only. */
  @AssertTrue(message = "plain HTTP is possible on a loopback host only")
  boolean isPlainHttpOnLoopback() {
    try {
      return !plainHttp || InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Limits of connections and messages.
   *
   * @param threads calls that are worked on at once
   * @param queue complete messages that may wait for a thread; more are refused as BUSY
   * @param maxConnections open connections
   * @param maxConnectionsPerAddress open connections of one address that is no trusted proxy; more
   *     are closed
   * @param maxPerAddress complete messages of one address that wait, are in work or are being
   *     answered; more are refused as BUSY; who calls through a trusted proxy counts by his own
   *     address
   * @param maxArrivingPerAddress messages of one address that are arriving; more are refused as
   *     BUSY
   * @param maxMessageBytes size of one message
   * @param maxPendingBytes memory for the messages that are arriving, waiting or in work, and for
   *     the answers that are leaving; more messages are refused as BUSY, and more than half of it
   *     from one address
   * @param messageTime within which the headers of a request must have arrived completely, from its
   *     first byte or the opening of the connection, else that is closed; and again the message
   * @param answerTime within which an answer must have been taken completely; its connection is
   *     closed then
   * @param idleTime after which a silent connection is closed
   */
  public record Http(
      @DefaultValue("32") @Min(1) @Max(1000) int threads,
      @DefaultValue("256") @Min(1) int queue,
      @DefaultValue("2000") @Min(1) int maxConnections,
      @DefaultValue("1000") @Min(1) int maxConnectionsPerAddress,
      @DefaultValue("64") @Min(1) int maxPerAddress,
      @DefaultValue("512") @Min(1) int maxArrivingPerAddress,
      @DefaultValue("1048576") @Min(1024) int maxMessageBytes,
      @DefaultValue("134217728") @Min(1048576) long maxPendingBytes,
      @DefaultValue("20s") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration messageTime,
      @DefaultValue("2m") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration answerTime,
      @DefaultValue("30s") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration idleTime) {}

  /**
   * Limits of a message's structure.
   *
   * @param maxDepth elements within elements
   * @param maxElements elements of the message
   * @param maxAttributes attributes and namespace declarations of one element
   * @param maxHeaders header blocks
   */
  public record Xml(
      @DefaultValue("32") @Min(12) int maxDepth,
      @DefaultValue("20000") @Min(100) int maxElements,
      @DefaultValue("32") @Min(8) int maxAttributes,
      @DefaultValue("16") @Min(1) int maxHeaders) {}

  /**
   * Limits of what waits until their record is committed.
   *
   * @param memoryBytes what one answer may take of the memory
   * @param maxFiles files at once
   * @param maxBytes bytes in files at once
   */
  public record Spooling(
      @DefaultValue("262144") @Min(4096) int memoryBytes,
      @DefaultValue("200") @Min(1) int maxFiles,
      @DefaultValue("2147483648") @Min(1048576) long maxBytes) {}
}
