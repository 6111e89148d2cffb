package tw.gov.mocs.hub.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * Seals where the next page begins (分頁權杖).
 *
 * <p>Guarantees: a token tells its holder nothing of the paging key; opening fails if a bit of it
 * was changed, for any other {@link TokenContext} than that it was sealed for, under any key that
 * is not configured, and after its validity.
 *
 * <p>Form, in URL-safe Base64 without padding: version 1 (1 byte) ‖ key id (4) ‖ nonce (12) ‖
 * AES-256-GCM of expiry (8, epoch seconds) ‖ last paging key (UTF-8), authenticated together with
 * version, key id and the digest of the context.
 */
@Component
class PageTokens {

  private static final byte VERSION = 1;
  private static final int KEY_ID = 4;
  private static final int HEADER = 1 + KEY_ID;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int MAX_LENGTH = 2048;

  private final List<TokenKey> keys;
  private final Duration validity;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PageTokens(ExchangeSettings settings, Clock clock) {
    List<TokenKey> all = new ArrayList<>();
    all.add(TokenKey.read(settings.tokenKey()));
    settings.pastTokenKeys().forEach(file -> all.add(TokenKey.read(file)));
    this.keys = List.copyOf(all);
    this.validity = settings.tokenValidity();
    this.clock = clock;
  }

  /** A token for the page after the row with this paging key. */
  String seal(TokenContext context, String lastKey) {
    TokenKey key = keys.get(0);
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] last = lastKey.getBytes(StandardCharsets.UTF_8);
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + last.length)
            .putLong(clock.instant().plus(validity).getEpochSecond())
            .put(last)
            .array();
    byte[] header = ByteBuffer.allocate(HEADER).put(VERSION).put(key.id()).array();
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, header, context, plain);
    byte[] token =
        ByteBuffer.allocate(HEADER + NONCE + sealed.length)
            .put(header)
            .put(nonce)
            .put(sealed)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * The last paging key of the page before.
   *
   * @throws HubException PAGE_TOKEN_INVALID or PAGE_TOKEN_EXPIRED
   */
  String open(TokenContext context, String token) {
    byte[] bytes = decode(token);
    byte[] header = Arrays.copyOf(bytes, HEADER);
    TokenKey key = keyOf(header);
    byte[] nonce = Arrays.copyOfRange(bytes, HEADER, HEADER + NONCE);
    byte[] sealed = Arrays.copyOfRange(bytes, HEADER + NONCE, bytes.length);
    ByteBuffer plain =
        ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, key, nonce, header, context, sealed));
    Instant expiry = Instant.ofEpochSecond(plain.getLong());
    if (!clock.instant().isBefore(expiry)) {
      throw new HubException(ErrorCode.PAGE_TOKEN_EXPIRED, "the token was good until " + expiry);
    }
    return StandardCharsets.UTF_8.decode(plain).toString();
  }

  private static byte[] decode(String token) {
    if (token.length() > MAX_LENGTH) {
      throw invalid("it is too long", null);
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw invalid("it is no URL-safe Base64", e);
    }
    if (bytes.length < HEADER + NONCE + Long.BYTES + TAG) {
      throw invalid("it is too short", null);
    }
    return bytes;
  }

  private TokenKey keyOf(byte[] header) {
    byte[] id = Arrays.copyOfRange(header, 1, HEADER);
    if (header[0] == VERSION) {
      for (TokenKey key : keys) {
        if (Arrays.equals(key.id(), id)) {
          return key;
        }
      }
    }
    throw invalid("it was not sealed by a key of this hub", null);
  }

  private static byte[] crypt(
      int mode, TokenKey key, byte[] nonce, byte[] header, TokenContext context, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key.key(), new GCMParameterSpec(TAG * 8, nonce));
      cipher.updateAAD(header);
      cipher.updateAAD(context.digest());
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw invalid("it was changed, or is of another query, application or grant version", e);
    }
  }

  private static HubException invalid(String why, @Nullable Throwable e) {
    return new HubException(ErrorCode.PAGE_TOKEN_INVALID, "the page token: " + why, e);
  }

  /** A key with the id that tokens name it by: the first bytes of a digest of the key. */
  @SuppressWarnings("ArrayRecordComponent")
  private record TokenKey(byte[] id, SecretKey key) {

    static TokenKey read(Path file) {
      SecretKey key = KeyFiles.secretKey(file, "AES");
      byte[] label = "page token key id".getBytes(StandardCharsets.US_ASCII);
      return new TokenKey(Arrays.copyOf(Digests.sha256(label, key.getEncoded()), KEY_ID), key);
    }
  }
}
