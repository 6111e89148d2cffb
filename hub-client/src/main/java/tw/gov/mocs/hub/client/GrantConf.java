package tw.gov.mocs.hub.client;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code grant.conf} of an integration module: what the application was granted. */
final class GrantConf {

  private final ConfFile file;

  GrantConf(Path moduleFolder) {
    file = new ConfFile(moduleFolder.resolve("grant.conf"));
  }

  String application() {
    return file.get("application");
  }

  String agency() {
    return file.get("agency");
  }

  /** A value that stands in it under this name, for example {@code calls}. */
  String get(String name) {
    return file.get(name);
  }

  int number(String name) {
    return file.number(name);
  }

  List<String> services() {
    return file.words("services");
  }

  /** The service with this code, if it was granted. */
  Optional<Granted> find(String code) {
    return services().contains(code) ? Optional.of(service(code)) : Optional.empty();
  }

  private Granted service(String code) {
    Map<String, Type> fields = new LinkedHashMap<>();
    List<String> returned = file.words(code + ".returned");
    List<String> searchable = file.words(code + ".searchable");
    returned.forEach(name -> fields.put(name, type(code, name)));
    searchable.forEach(name -> fields.put(name, type(code, name)));
    String range = file.find(code + ".range").orElse(null);
    return new Granted(
        returned,
        searchable,
        fields,
        file.words(code + ".any-of"),
        range,
        range == null ? 0 : file.number(code + ".range-days"));
  }

  private Type type(String code, String name) {
    List<String> words = file.words(code + ".field." + name);
    if (words.size() < 3) {
      throw file.lacks(code + ".field." + name);
    }
    return new Type(
        words.get(0),
        Integer.parseInt(words.get(1)),
        Integer.parseInt(words.get(2)),
        words.subList(3, words.size()));
  }

  /**
   * What was granted of one service.
   *
   * @param returned element names, in their order
   * @param searchable element names
   * @param fields the types of both
   * @param anyOf names, one of which a call needs; empty if it needs none
   * @param range the name that suffices instead, with both ends
   * @param rangeDays how many days that range may span
   */
  record Granted(
      List<String> returned,
      List<String> searchable,
      Map<String, Type> fields,
      List<String> anyOf,
      @Nullable String range,
      int rangeDays) {

    /** Whether a call must narrow itself. */
    boolean needsCriterion() {
      return !anyOf.isEmpty() || range != null;
    }
  }

  /**
   * The type of a field.
   *
   * @param name STRING, CODE, INTEGER, DECIMAL, DATE or TIMESTAMP
   * @param length characters or digits at most; 0 for dates
   * @param scale digits after the point
   * @param codes some values of a CODE
   */
  record Type(String name, int length, int scale, List<String> codes) {}
}
