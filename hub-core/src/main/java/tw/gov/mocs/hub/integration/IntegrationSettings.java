package tw.gov.mocs.hub.integration;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.WebAddress;

/**
 * What integration modules tell of the hub; certificates only, never a key.
 *
 * @param endpoint address of the exchange; that of {@code hub.ws} when absent
 * @param signingCertificate PEM file: the certificate that answers are signed with, then its
 *     issuers; that of {@code hub.ws} when absent
 * @param nextSigningCertificate the same of the certificate that will follow it, so that modules
 *     know it before the change; none when absent
 * @param tlsAuthorities PEM file: the roots of the endpoint's TLS certificate; when absent those
 *     that every system knows
 */
@ConfigurationProperties("hub.integration")
public record IntegrationSettings(
    @Nullable @Checked(by = WebAddress.class) URI endpoint,
    @Nullable @Checked(by = KeyFiles.OfCertificates.class) Path signingCertificate,
    @Nullable @Checked(by = KeyFiles.OfCertificates.class) Path nextSigningCertificate,
    @Nullable @Checked(by = KeyFiles.OfCertificates.class) Path tlsAuthorities) {}
