package tw.gov.mocs.hub.ws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.x500.X500Principal;
import org.apache.wss4j.common.crypto.CryptoBase;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.AlgorithmLimits;

/**
 * Finds the certificate that a signature names: in its token, or among the registered ones. It
 * trusts nothing; the hub decides on trust after the signature held.
 */
final class TokenCrypto extends CryptoBase {

  /** Some thousand certificates. Whose they are is not known yet, so their bytes count. */
  private static final long CACHED_BYTES = 4 * 1024 * 1024;

  private final Hub hub;
  private final CertificateFactory factory;
  private final Cache<ByteBuffer, X509Certificate> parsed =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_BYTES)
          .weigher((ByteBuffer bytes, X509Certificate certificate) -> bytes.remaining())
          .build();

  TokenCrypto(Hub hub) {
    this.hub = hub;
    try {
      factory = CertificateFactory.getInstance("X.509");
    } catch (CertificateException e) {
      throw new IllegalStateException("every Java reads X.509", e);
    }
    setCertificateFactory(factory);
  }

  /**
   * Reads a certificate; the same bytes are parsed once. Its DER alone is taken: whatever may stand
   * behind it would make the same certificate a new one each time.
   */
  @Override
  public X509Certificate loadCertificate(InputStream in) {
    try {
      byte[] bytes = in.readAllBytes();
      X509Certificate known = parsed.getIfPresent(ByteBuffer.wrap(bytes));
      if (known != null) {
        return known;
      }
      X509Certificate fresh =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
      if (!Arrays.equals(bytes, fresh.getEncoded())) {
        throw new HubException(
            ErrorCode.SIGNATURE_STRUCTURE, "the token is more than the DER of a certificate");
      }
      requireVerifiable(fresh.getPublicKey());
      parsed.put(ByteBuffer.wrap(bytes), fresh);
      return fresh;
    } catch (IOException | CertificateException e) {
      throw new HubException(ErrorCode.SIGNATURE_STRUCTURE, "the token is no X.509 certificate", e);
    }
  }

  /** A path; its first certificate is the one whose key signed. */
  @Override
  public X509Certificate[] getCertificatesFromBytes(byte[] path) throws WSSecurityException {
    X509Certificate[] certificates = super.getCertificatesFromBytes(path);
    if (certificates != null && certificates.length > 0) {
      requireVerifiable(certificates[0].getPublicKey());
    }
    return certificates;
  }

  /** Bounds the work of a verification, before the path is judged. */
  private static void requireVerifiable(PublicKey key) {
    AlgorithmLimits.weakKey(key)
        .ifPresent(
            weakness -> {
              throw new HubException(ErrorCode.CERTIFICATE_WEAK, weakness);
            });
  }

  @Override
  public X509Certificate[] getX509Certificates(CryptoType type) {
    Optional<RegisteredCertificate> found =
        switch (type.getType()) {
          case ISSUER_SERIAL -> hub.findCertificate(issuer(type.getIssuer()), type.getSerial());
          case SKI_BYTES -> hub.findBySubjectKeyIdentifier(type.getBytes());
          case THUMBPRINT_SHA1 -> hub.findByThumbprintSha1(type.getBytes());
          default -> Optional.empty();
        };
    X509Certificate certificate =
        found
            .orElseThrow(
                () ->
                    new HubException(
                        ErrorCode.CERTIFICATE_NOT_REGISTERED,
                        "no registered certificate has this " + type.getType()))
            .certificate();
    requireVerifiable(certificate.getPublicKey());
    return new X509Certificate[] {certificate};
  }

  private static X500Principal issuer(String name) {
    try {
      return new X500Principal(name);
    } catch (IllegalArgumentException e) {
      throw new HubException(ErrorCode.SIGNATURE_STRUCTURE, "the issuer's name is unreadable", e);
    }
  }

  @Override
  public void verifyTrust(
      X509Certificate[] certificates,
      boolean revocation,
      @Nullable Collection<Pattern> subjects,
      @Nullable Collection<Pattern> issuers) {
    // decided by CertificateVerifier, once the signature held
  }

  @Override
  public void verifyTrust(PublicKey key) throws WSSecurityException {
    throw new WSSecurityException(WSSecurityException.ErrorCode.UNSUPPORTED_SECURITY_TOKEN);
  }

  @Override
  public String getX509Identifier(X509Certificate certificate) {
    throw new UnsupportedOperationException("this side only verifies");
  }

  @Override
  public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler handler) {
    throw new UnsupportedOperationException("this side only verifies");
  }

  @Override
  public PrivateKey getPrivateKey(PublicKey key, CallbackHandler handler) {
    throw new UnsupportedOperationException("this side only verifies");
  }

  @Override
  public PrivateKey getPrivateKey(String identifier, String password) {
    throw new UnsupportedOperationException("this side only verifies");
  }
}
