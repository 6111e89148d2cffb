package tw.gov.mocs.hub.app.card;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a request of type {@code application/x-www-form-urlencoded}. */
final class FormBody {

  private static final int MAX_BYTES = 200_000;

  private FormBody() {}

  /** Reads it; of a field that stands twice, the last. */
  static Map<String, String> read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new CardException(RetCode.STATEMENT_TOO_LONG);
    }
    Map<String, String> fields = new HashMap<>();
    for (String field : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CardException(RetCode.PARAMETER_INVALID);
    }
  }
}
