package tw.gov.mocs.hub.web;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.shared.Check;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.KeyPair;
import tw.gov.mocs.hub.shared.WebAddress;
import tw.gov.mocs.hub.web.form.FormSettings;

/**
 * Where the portal listens.
 *
 * @param host address to listen on
 * @param port for everybody; 0 takes a free one
 * @param certificatePort where browsers are asked for a client certificate; 0 takes a free one
 * @param tlsCertificate PEM file with the server's certificate and its chain
 * @param tlsKey PEM file with its private key, readable by the owner only
 * @param publicUrl address of the portal as browsers see it, on the host of the certificate port;
 *     that of the request when absent
 * @param certificateUrl address of the certificate port as browsers see it, on the same host; that
 *     of the request when absent
 * @param soapUrl address of the SOAP endpoint as pages name it; that of {@code hub.ws} when absent
 * @param trustedProxies addresses (CIDR) whose {@code Forwarded} and {@code Client-Cert} headers
 *     are believed; none when empty
 * @param sessionIdle after how long without a request a login ends
 * @param sessionLife after how long it ends in any case
 * @param judgeAgain after how long the certificate of a login is judged again
 * @param form how application forms are printed
 * @param sandbox 測試環境 that the portal offers to who applies
 */
@ConfigurationProperties("hub.web")
@Checked(by = WebSettings.TlsPair.class, at = "tlsKey")
public record WebSettings(
    @DefaultValue("127.0.0.1") @NotBlank String host,
    @DefaultValue("8443") @Min(0) @Max(65535) int port,
    @DefaultValue("8444") @Min(0) @Max(65535) int certificatePort,
    @NotNull @Checked(by = KeyFiles.OfCertificates.class) Path tlsCertificate,
    @NotNull @Checked(by = KeyFiles.OfPrivateKey.class) Path tlsKey,
    @Checked(by = WebAddress.class) @Nullable URI publicUrl,
    @Checked(by = WebAddress.class) @Nullable URI certificateUrl,
    @Checked(by = WebAddress.class) @Nullable URI soapUrl,
    @DefaultValue List<@Checked(by = Cidr.Form.class) String> trustedProxies,
    @DefaultValue("30m") @DurationMin(minutes = 2) Duration sessionIdle,
    @DefaultValue("8h") @DurationMin(minutes = 2) Duration sessionLife,
    @DefaultValue("10m") @DurationMin(seconds = 1) Duration judgeAgain,
    @DefaultValue FormSettings form,
    @DefaultValue @Valid Sandbox sandbox) {

  /** Copies the list. */
  public WebSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** A login cannot be idle for longer than it lives. */
  @AssertTrue(message = "session-idle must not be longer than session-life")
  boolean isIdleWithinLife() {
    return sessionIdle.compareTo(sessionLife) <= 0;
  }

  /**
   * Where the sandbox is; offered if both are known.
   *
   * @param soapUrl address of its SOAP endpoint
   * @param portalUrl address of its portal, which gives out test certificates
   */
  public record Sandbox(
      @Checked(by = WebAddress.class) @Nullable URI soapUrl,
      @Checked(by = WebAddress.class) @Nullable URI portalUrl) {

    /** An address of its portal. */
    public URI at(String path) {
      return requireNonNull(portalUrl, "portalUrl").resolve(path);
    }

    /** One without the other is of no use. */
    @AssertTrue(message = "soap-url and portal-url are given both or not at all")
    boolean isWhole() {
      return (soapUrl == null) == (portalUrl == null);
    }
  }

  /** Whether this is the address of a listed proxy. */
  boolean isTrustedProxy(InetAddress peer) {
    return trustedProxies.stream().map(Cidr::new).anyMatch(block -> block.contains(peer));
  }

  /** The key of the server is that of its certificate. */
  static final class TlsPair implements Check<WebSettings> {

    @Override
    public void check(WebSettings settings) {
      KeyPair.requireFitting(settings.tlsCertificate(), settings.tlsKey());
    }
  }
}
