package tw.gov.mocs.hub.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.shared.Check;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.KeyPair;
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
 * @param soapUrl address of the SOAP endpoint as pages name it; that of {@code hub.ws} when absent
 * @param form how application forms are printed
 */
@ConfigurationProperties("hub.web")
@Checked(by = WebSettings.TlsPair.class, at = "tlsKey")
public record WebSettings(
    @DefaultValue("127.0.0.1") @NotBlank String host,
    @DefaultValue("8443") @Min(0) @Max(65535) int port,
    @DefaultValue("8444") @Min(0) @Max(65535) int certificatePort,
    @NotNull @Checked(by = KeyFiles.OfCertificates.class) Path tlsCertificate,
    @NotNull @Checked(by = KeyFiles.OfPrivateKey.class) Path tlsKey,
    @Nullable URI publicUrl,
    @Nullable URI soapUrl,
    @DefaultValue FormSettings form) {

  /** The key of the server is that of its certificate. */
  static final class TlsPair implements Check<WebSettings> {

    @Override
    public void check(WebSettings settings) {
      KeyPair.requireFitting(settings.tlsCertificate(), settings.tlsKey());
    }
  }
}
