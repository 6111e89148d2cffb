package tw.gov.mocs.hub.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.Digests;

/**
 * What the log keeps of a content: its parts by name, one on each line; of two contents only what
 * differs. Of a long text it holds the beginning for people, and the digest for certainty.
 */
final class LoggedState {

  /** What the act says by itself. */
  private static final Set<String> LEFT_OUT = Set.of("id", "key", "changedAt", "owner");

  private static final Set<String> WRAPPERS = Set.of("content", "value");

  private static final int PART = 200;
  private static final int ALL = 900;

  private LoggedState() {}

  /** One state beside the other; null where there was, or is, nothing. */
  static @Nullable String of(@Nullable Object state, @Nullable Object other) {
    if (state == null) {
      return null;
    }
    Map<String, String> parts = parts(state);
    Map<String, String> others = other == null ? Map.of() : parts(other);
    return cut(
        parts.entrySet().stream()
            .filter(part -> !Objects.equals(part.getValue(), others.get(part.getKey())))
            .map(part -> part.getKey() + ": " + cut(part.getValue(), PART))
            .collect(Collectors.joining("\n")),
        ALL);
  }

  private static Map<String, String> parts(Object state) {
    Map<String, String> parts = new LinkedHashMap<>();
    add(parts, "", state);
    return parts;
  }

  private static void add(Map<String, String> parts, String name, @Nullable Object value) {
    if (!(value instanceof Record)) {
      parts.put(name, String.valueOf(value));
      return;
    }
    for (RecordComponent part : value.getClass().getRecordComponents()) {
      if (!LEFT_OUT.contains(part.getName())) {
        add(parts, path(name, part.getName()), value(part, value));
      }
    }
  }

  /** Without the names of what only holds the rest together. */
  private static String path(String outer, String part) {
    if (WRAPPERS.contains(part)) {
      return outer;
    }
    return outer.isEmpty() ? part : outer + "." + part;
  }

  private static @Nullable Object value(RecordComponent part, Object of) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record cannot be read", e);
    }
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    String digest = HexFormat.of().formatHex(Digests.sha256(text.getBytes(UTF_8)));
    return text.substring(0, longest - digest.length() - 12) + " … SHA-256 " + digest;
  }
}
