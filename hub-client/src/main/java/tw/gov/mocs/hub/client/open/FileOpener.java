package tw.gov.mocs.hub.client.open;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSException;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.client.HubClientException;

/**
 * Opens one-time files. Guarantee: content has its final name only after all of it was decrypted,
 * the hub's signature holds, and every file is as the manifest says; else nothing of it is left.
 */
final class FileOpener {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final HubSigner hub;
  private final AgencyKeys keys;
  private final @Nullable String sha256;

  /**
   * Opens with these keys.
   *
   * @param sha256 of the file as the portal shows it, hexadecimal; null if it is not known
   * @throws OpenException DIGEST_UNREADABLE
   */
  FileOpener(HubSigner hub, AgencyKeys keys, @Nullable String sha256) {
    this.hub = hub;
    this.keys = keys;
    this.sha256 = sha256 == null ? null : digest(sha256);
  }

  private static String digest(String typed) {
    String digest = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    if (!DIGEST.matcher(digest).matches()) {
      throw new OpenException(OpenFailure.DIGEST_UNREADABLE, typed);
    }
    return digest;
  }

  /**
   * What was opened.
   *
   * @param sha256 of the file, to acknowledge it with
   */
  record Opened(Manifest manifest, String sha256) {}

  /** What an opening tells on its way. */
  interface Listener extends Progress {

    /** For which certificates the file is, before any key is read. */
    void recipients(List<Object> certificates);

    /** The keys that were found. */
    void keys(List<AgencyKey> keys);

    /** The program was stopped, and what was written is deleted. */
    void stopped();
  }

  /**
   * Opens a file.
   *
   * @param target the folder that will hold its content; must not exist
   * @throws OpenException of every kind
   * @throws HubClientException of a key file
   */
  Opened open(Path file, Path target, Listener listener) {
    try (Watched watched = Watched.open(file, listener)) {
      return open(watched, target, listener);
    }
  }

  private Opened open(Watched watched, Path target, Listener listener) {
    try {
      return open(watched, new SealedFile(watched), target, listener);
    } catch (HubClientException e) {
      throw e;
    } catch (OpenException e) {
      throw e.failure().kind() == OpenFailure.Kind.OUTPUT ? e : why(watched, e);
    } catch (IOException | CMSException | RuntimeException e) {
      // What is read here may be anybody's: a parser may stumble over it in any way.
      throw why(
          watched,
          new OpenException(watched.ended() ? OpenFailure.FILE_CUT : OpenFailure.FILE_CHANGED, e));
    }
  }

  private Opened open(Watched file, SealedFile sealed, Path target, Listener listener)
      throws IOException, CMSException {
    listener.recipients(sealed.recipients());
    List<AgencyKey> own = keys.read();
    listener.keys(own);
    InputStream decrypted = sealed.content(own);
    try (PartFolder folder = new PartFolder(target, listener::stopped)) {
      Manifest manifest = unpack(decrypted, folder);
      sealed.requireEnd(decrypted);
      String digest = file.sha256();
      if (!file.endsInZeros(sealed.zerosAtEnd())) {
        throw new OpenException(OpenFailure.FILE_CHANGED);
      }
      if (sha256 != null && !digest.equals(sha256)) {
        throw new OpenException(OpenFailure.DIGEST_OTHER, digest, sha256);
      }
      folder.keep();
      return new Opened(manifest, digest);
    }
  }

  /**
   * A file that is not the one of the portal fails in any way; its digest tells that it is not,
   * unless it was mistyped: so the failure is told all the same.
   */
  private OpenException why(Watched file, OpenException e) {
    if (knows(e.failure()) || !mayBeOfTheFile(e.failure())) {
      return e;
    }
    String digest = file.sha256();
    if (sha256 == null) {
      e.addSuppressed(new OpenException(OpenFailure.DIGEST_TO_COMPARE, digest));
      return e;
    }
    if (digest.equals(sha256)) {
      return e;
    }
    OpenException other = new OpenException(OpenFailure.DIGEST_OTHER, e, digest, sha256);
    other.addSuppressed(e);
    return other;
  }

  /** Whether the digest would tell nothing more. */
  private static boolean knows(OpenFailure failure) {
    return switch (failure) {
      case FILE_CUT, FILE_CHANGED, DIGEST_OTHER -> true;
      default -> false;
    };
  }

  private static boolean mayBeOfTheFile(OpenFailure failure) {
    return switch (failure) {
      case KEY_OTHER, CARD_OTHER, KEY_NOT_OF_CERTIFICATE, CARD_REFUSES -> true;
      default -> failure.kind() == OpenFailure.Kind.FILE;
    };
  }

  private Manifest unpack(InputStream decrypted, PartFolder folder)
      throws IOException, CMSException {
    try {
      SignedContent signed = new SignedContent(decrypted);
      UnpackedParts parts = new UnpackedParts(folder);
      parts.write(signed.content());
      signed.requireSignedBy(hub);
      Manifest manifest = Manifest.of(parts.manifest());
      manifest.require(parts.parts());
      return manifest;
    } catch (OpenException e) {
      if (e.failure().kind() == OpenFailure.Kind.FILE) {
        // If a byte was changed, that is why, and the end of the file knows.
        decrypted.transferTo(OutputStream.nullOutputStream());
      }
      throw e;
    }
  }
}
