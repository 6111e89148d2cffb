package tw.gov.mocs.hub.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The one byte form of a record, over which its content digest is taken. Each value is its length
 * in four bytes (big-endian) and its bytes; an absent value is the length -1 alone. Texts are
 * UTF-8, numbers eight bytes big-endian, moments microseconds since 1970-01-01T00:00Z as a number.
 */
final class CanonicalContent {

  private static final int ABSENT = -1;

  private ByteBuffer out = ByteBuffer.allocate(1024);

  CanonicalContent text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  CanonicalContent number(@Nullable Long value) {
    if (value == null) {
      return bytes(null);
    }
    room(12).putInt(8).putLong(value);
    return this;
  }

  CanonicalContent moment(Instant value) {
    return number(micros(value));
  }

  CanonicalContent bytes(byte @Nullable [] value) {
    if (value == null) {
      room(4).putInt(ABSENT);
    } else {
      room(4 + value.length).putInt(value.length).put(value);
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  static long micros(Instant value) {
    return Math.addExact(
        Math.multiplyExact(value.getEpochSecond(), 1_000_000L),
        value.get(ChronoField.MICRO_OF_SECOND));
  }

  private ByteBuffer room(int needed) {
    if (out.remaining() < needed) {
      byte[] larger =
          Arrays.copyOf(out.array(), Math.max(out.capacity() * 2, out.position() + needed));
      out = ByteBuffer.wrap(larger).position(out.position());
    }
    return out;
  }
}
