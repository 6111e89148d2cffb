package tw.gov.mocs.hub.client.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateEncodingException;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipient;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.RecipientOperator;
import org.jspecify.annotations.Nullable;

/**
 * The encrypted envelope of a file (RFC 5652 §6, RFC 5083), read as a stream. What comes out of it
 * must not be believed before its end was reached.
 */
final class SealedFile {

  private static final int PIECE = 16 * 1024;

  /** The ends of the outer sequences: nothing in the envelope protects them. */
  private static final int ZEROS = 6;

  /** The older form has no tag before them, so that those of the content follow at once. */
  private static final int ZEROS_OF_CBC = 10;

  private static final int INDEFINITE = 0x80;

  private final BufferedInputStream in;
  private final boolean indefinite;
  private final RecipientInformationStore recipients;
  private final @Nullable CMSAuthEnvelopedDataParser authenticated;

  /**
   * Reads for whom it is.
   *
   * @throws OpenException NOT_SEALED, FORM_UNSUPPORTED
   */
  SealedFile(InputStream file) throws IOException, CMSException {
    in = new BufferedInputStream(file, PIECE);
    in.mark(2);
    in.read();
    indefinite = in.read() == INDEFINITE;
    in.reset();
    ASN1ObjectIdentifier type = ContentType.find(in);
    if (type == null) {
      throw new OpenException(OpenFailure.NOT_SEALED);
    }
    if (type.equals(CMSObjectIdentifiers.authEnvelopedData)) {
      authenticated = new CMSAuthEnvelopedDataParser(in);
      recipients = authenticated.getRecipientInfos();
    } else if (type.equals(CMSObjectIdentifiers.envelopedData)) {
      authenticated = null;
      recipients = new CMSEnvelopedDataParser(in).getRecipientInfos();
    } else {
      throw new OpenException(OpenFailure.FORM_UNSUPPORTED, type.getId());
    }
  }

  /** The certificates that it is encrypted to. */
  List<Object> recipients() {
    return recipients.getRecipients().stream().map(SealedFile::shown).toList();
  }

  private static Object shown(RecipientInformation one) {
    return one.getRID() instanceof KeyTransRecipientId id && id.getSerialNumber() != null
        ? NamedCertificate.of(id)
        : "?";
  }

  /**
   * The content, decrypted as it is read.
   *
   * @throws OpenException KEY_OTHER, CARD_OTHER if none of the keys is meant
   */
  InputStream content(List<AgencyKey> keys) throws IOException, CMSException {
    for (AgencyKey key : keys) {
      for (RecipientInformation one : meant(key)) {
        return one.getContentStream(recipient(key)).getContentStream();
      }
    }
    boolean card = keys.stream().anyMatch(key -> key.card() != null);
    throw new OpenException(
        card ? OpenFailure.CARD_OTHER : OpenFailure.KEY_OTHER,
        recipients(),
        keys.stream().map(key -> NamedCertificate.of(key.certificate())).toList());
  }

  private Collection<RecipientInformation> meant(AgencyKey key) {
    try {
      JcaX509CertificateHolder certificate = new JcaX509CertificateHolder(key.certificate());
      return recipients.getRecipients().stream()
          .filter(one -> one.getRID() instanceof KeyTransRecipientId id && id.match(certificate))
          .toList();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  private static KeyTransRecipient recipient(AgencyKey key) {
    return (keyAlgorithm, contentAlgorithm, sealedKey) ->
        new RecipientOperator(
            ContentCipher.of(contentAlgorithm, KeyTransport.open(key, keyAlgorithm, sealedKey)));
  }

  /**
   * With how many zeros the file ends: X.690 §8.1.5, the end of what has no length at its begin.
   * The parser does not look at each of them.
   */
  int zerosAtEnd() {
    if (!indefinite) {
      return 0;
    }
    return authenticated == null ? ZEROS_OF_CBC : ZEROS;
  }

  /**
   * Reads to the end, where it shows whether every byte is as it was encrypted.
   *
   * @param content what {@link #content} gave
   */
  void requireEnd(InputStream content) throws IOException {
    content.transferTo(OutputStream.nullOutputStream());
    if (authenticated != null) {
      authenticated.getUnauthAttrs();
    }
  }
}
