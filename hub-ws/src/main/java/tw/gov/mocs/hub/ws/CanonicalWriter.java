package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import tw.gov.mocs.hub.shared.Digests;

/**
 * Writes exclusive canonical XML (Exclusive XML Canonicalization 1.0) and digests what it writes.
 * The caller writes tags in their canonical form; this escapes text and attribute values.
 */
final class CanonicalWriter {

  private static final byte[] AMP = bytes("&amp;");
  private static final byte[] LT = bytes("&lt;");
  private static final byte[] GT = bytes("&gt;");
  private static final byte[] QUOT = bytes("&quot;");
  private static final byte[] TAB = bytes("&#x9;");
  private static final byte[] LF = bytes("&#xA;");
  private static final byte[] CR = bytes("&#xD;");
  private static final int REPLACEMENT = 0xFFFD;
  private static final int LONGEST = 6;

  private final OutputStream out;
  private final MessageDigest digest = Digests.sha256();
  private final byte[] buffer = new byte[8192];
  private int used;
  private long flushed;

  CanonicalWriter(OutputStream out) {
    this.out = out;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes that are canonical already. */
  CanonicalWriter raw(byte[] bytes) throws IOException {
    return raw(bytes, 0, bytes.length);
  }

  CanonicalWriter raw(byte[] bytes, int offset, int length) throws IOException {
    if (length > buffer.length - used) {
      flush();
      if (length > buffer.length) {
        digest.update(bytes, offset, length);
        out.write(bytes, offset, length);
        flushed += length;
        return this;
      }
    }
    System.arraycopy(bytes, offset, buffer, used, length);
    used += length;
    return this;
  }

  CanonicalWriter raw(String canonical) throws IOException {
    return raw(bytes(canonical));
  }

  /** {@code <name>text</name>}. */
  CanonicalWriter element(String name, String text) throws IOException {
    return raw("<" + name + ">").text(text).raw("</" + name + ">");
  }

  /** Character data. A character that XML cannot hold becomes U+FFFD. */
  CanonicalWriter text(String text) throws IOException {
    return escaped(text, false);
  }

  /** The value of an attribute. */
  CanonicalWriter attribute(String value) throws IOException {
    return escaped(value, true);
  }

  private CanonicalWriter escaped(String text, boolean attribute) throws IOException {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (buffer.length - used < LONGEST) {
        flush();
      }
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c, attribute);
      } else if (c < 0x800) {
        buffer[used++] = (byte) (0xC0 | c >> 6);
        buffer[used++] = (byte) (0x80 | c & 0x3F);
      } else if (!Character.isSurrogate(c)) {
        three(c > REPLACEMENT ? REPLACEMENT : c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        four(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        three(REPLACEMENT);
      }
    }
    return this;
  }

  private void ascii(char c, boolean attribute) {
    switch (c) {
      case '&' -> put(AMP);
      case '<' -> put(LT);
      case '\r' -> put(CR);
      case '>' -> putOr(!attribute, GT, c);
      case '"' -> putOr(attribute, QUOT, c);
      case '\t' -> putOr(attribute, TAB, c);
      case '\n' -> putOr(attribute, LF, c);
      default -> {
        if (c < ' ') {
          three(REPLACEMENT);
        } else {
          buffer[used++] = (byte) c;
        }
      }
    }
  }

  private void putOr(boolean escape, byte[] escaped, char c) {
    if (escape) {
      put(escaped);
    } else {
      buffer[used++] = (byte) c;
    }
  }

  private void put(byte[] few) {
    for (byte b : few) {
      buffer[used++] = b;
    }
  }

  private void three(int c) {
    buffer[used++] = (byte) (0xE0 | c >> 12);
    buffer[used++] = (byte) (0x80 | c >> 6 & 0x3F);
    buffer[used++] = (byte) (0x80 | c & 0x3F);
  }

  private void four(int c) {
    buffer[used++] = (byte) (0xF0 | c >> 18);
    buffer[used++] = (byte) (0x80 | c >> 12 & 0x3F);
    buffer[used++] = (byte) (0x80 | c >> 6 & 0x3F);
    buffer[used++] = (byte) (0x80 | c & 0x3F);
  }

  private void flush() throws IOException {
    digest.update(buffer, 0, used);
    out.write(buffer, 0, used);
    flushed += used;
    used = 0;
  }

  /** How many bytes were written. */
  long length() {
    return flushed + used;
  }

  /** Writes out what is buffered and returns the SHA-256 of all; to be called once, at the end. */
  byte[] finish() throws IOException {
    flush();
    return digest.digest();
  }
}
