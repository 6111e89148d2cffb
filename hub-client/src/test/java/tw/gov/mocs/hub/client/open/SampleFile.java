package tw.gov.mocs.hub.client.open;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import tw.gov.mocs.hub.client.Identity;

/** A file as the hub seals it, or with one thing about it wrong. */
final class SampleFile {

  static final Identity ROOT = Identity.authority("CN=Root,O=MOCS,C=TW");
  static final Identity HUB = ROOT.issue("CN=Delivery,O=MOCS,C=TW");
  static final Identity AGENCY = ROOT.issue("CN=Agency,C=TW");

  static final String ROWS = "recordNo,name\r\n1,\"王,\r\n大明\"\r\n2,李\r\n";

  private final Map<String, String> files = new LinkedHashMap<>();
  private String manifest = "";
  private Identity signer = HUB;
  private boolean signed = true;
  private boolean oaep = true;
  private int padding;
  private Instant at = Instant.now();
  private ASN1ObjectIdentifier cipher = CMSAlgorithm.AES256_GCM;

  SampleFile() {
    files.put("TA_ONE.csv", ROWS);
    files.put("fields.csv", "field\r\nrecordNo\r\n");
    manifest = manifest(2);
  }

  SampleFile signedBy(Identity other) {
    signer = other;
    return this;
  }

  SampleFile signedAt(Instant time) {
    at = time;
    return this;
  }

  SampleFile unsigned() {
    signed = false;
    return this;
  }

  SampleFile olderPadding() {
    oaep = false;
    return this;
  }

  SampleFile cipher(ASN1ObjectIdentifier other) {
    cipher = other;
    return this;
  }

  /** So many bytes follow the signature, encrypted as it is. */
  SampleFile padded(int bytes) {
    padding = bytes;
    return this;
  }

  /** The manifest counts so many rows. */
  SampleFile rows(long rows) {
    manifest = manifest(rows);
    return this;
  }

  /** The manifest counts so many rows of the one table. */
  SampleFile rowsOfFile(long rows) {
    manifest = manifest.replace("\"TA_ONE.csv\"", "\"TA_ONE.csv\", \"rows\": " + rows);
    return this;
  }

  /** Puts or replaces a file; the manifest knows it only if it knew the same before. */
  SampleFile file(String name, String text) {
    files.put(name, text);
    return this;
  }

  SampleFile manifestOf(String json) {
    manifest = json;
    return this;
  }

  private String manifest(long rows) {
    return files.entrySet().stream()
        .map(
            file ->
                "{\"name\": \"%s\", \"bytes\": %d, \"sha256\": \"%s\"}"
                    .formatted(
                        file.getKey(),
                        file.getValue().getBytes(UTF_8).length,
                        sha256(file.getValue().getBytes(UTF_8))))
        .collect(
            Collectors.joining(
                ", ",
                "{\"delivery\": \"D1\",\n\"application\": \"APFQ11500001\", \"rows\": %d, \"files\": ["
                    .formatted(rows),
                "]}"));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] sealedTo(Identity recipient) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream envelope = envelope(out, recipient.certificate())) {
      if (signed) {
        CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(time()))
                .build(
                    new JcaContentSignerBuilder("SHA256withRSA").build(signer.keys().getPrivate()),
                    signer.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
        try (OutputStream content = generator.open(envelope, true)) {
          content.write(zip());
        }
      } else {
        envelope.write(zip());
      }
      envelope.write(new byte[padding]);
    } catch (IOException | CMSException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private AttributeTable time() {
    Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
    attributes.put(
        CMSAttributes.signingTime,
        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
    return new AttributeTable(attributes);
  }

  private OutputStream envelope(OutputStream out, X509Certificate to)
      throws CMSException, IOException, GeneralSecurityException {
    JceCMSContentEncryptorBuilder encryptor = new JceCMSContentEncryptorBuilder(cipher);
    if (cipher.equals(CMSAlgorithm.AES256_GCM)) {
      CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
      generator.addRecipientInfoGenerator(recipient(to));
      return generator.open(out, (OutputAEADEncryptor) encryptor.build());
    }
    CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
    generator.addRecipientInfoGenerator(recipient(to));
    return generator.open(out, encryptor.build());
  }

  private RecipientInfoGenerator recipient(X509Certificate to) throws GeneralSecurityException {
    return oaep
        ? new JceKeyTransRecipientInfoGenerator(
            to,
            new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_RSAES_OAEP,
                    new OAEPParameterSpec(
                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT)))
        : new JceKeyTransRecipientInfoGenerator(to);
  }

  private byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(manifest.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
