package tw.gov.mocs.hub.audit;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log, as its chained content says.
 *
 * @param node whose chain holds it
 * @param seq its row there, from 1
 * @param recordId random, as callers were told
 * @param kind {@code CALL} or {@code ACT}
 * @param recordedAt when it got its place
 * @param facts every other value in the order of the content, by its name in docs/audit-events.md;
 *     times in ISO 8601 (UTC), digests in hexadecimal; what is absent is left out
 */
public record LogRecord(
    String node,
    long seq,
    String recordId,
    String kind,
    Instant recordedAt,
    Map<String, String> facts) {

  /** Keeps the order of the facts. */
  public LogRecord {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * Reads the canonical content back.
   *
   * @throws IllegalArgumentException if it is none
   */
  static LogRecord read(byte[] canonical) {
    try {
      Reader in = new Reader(ByteBuffer.wrap(canonical));
      String form = in.text();
      String kind = form.equals(ChainRow.form(ChainRow.CALL)) ? ChainRow.CALL : ChainRow.ACT;
      if (!form.equals(ChainRow.form(kind))) {
        throw new IllegalArgumentException("not the content of a record: " + form);
      }
      String node = in.text();
      long seq = in.number();
      String recordId = in.text();
      Instant recordedAt = in.moment();
      Class<?> content = kind.equals(ChainRow.CALL) ? CallRow.class : ActRow.class;
      Map<String, String> facts = new LinkedHashMap<>();
      for (RecordComponent component : content.getRecordComponents()) {
        String value = in.value(component.getType());
        if (value != null) {
          facts.put(component.getName(), value);
        }
      }
      in.end();
      return new LogRecord(node, seq, recordId, kind, recordedAt, facts);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("not the content of a record", e);
    }
  }

  private record Reader(ByteBuffer in) {

    @Nullable String value(Class<?> type) {
      byte[] bytes = bytes();
      if (bytes == null) {
        return null;
      }
      if (type == String.class) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
      if (type == byte[].class) {
        return HexFormat.of().formatHex(bytes);
      }
      long number = ByteBuffer.wrap(bytes).getLong();
      return type == Instant.class ? instant(number).toString() : Long.toString(number);
    }

    String text() {
      return new String(required(), StandardCharsets.UTF_8);
    }

    long number() {
      return ByteBuffer.wrap(required()).getLong();
    }

    Instant moment() {
      return instant(number());
    }

    void end() {
      if (in.hasRemaining()) {
        throw new IllegalArgumentException("more than a record");
      }
    }

    private byte[] required() {
      byte[] bytes = bytes();
      if (bytes == null) {
        throw new IllegalArgumentException("a value is absent");
      }
      return bytes;
    }

    private byte @Nullable [] bytes() {
      int length = in.getInt();
      if (length < 0) {
        return null;
      }
      if (length > in.remaining()) {
        throw new IllegalArgumentException("too short");
      }
      byte[] bytes = new byte[length];
      in.get(bytes);
      return bytes;
    }

    private static Instant instant(long micros) {
      return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
  }
}
