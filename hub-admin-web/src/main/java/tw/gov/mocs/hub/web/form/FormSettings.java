package tw.gov.mocs.hub.web.form;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How forms are printed.
 *
 * @param fontFolder where the fonts of CNS 11643 are; without them there is no PDF
 */
public record FormSettings(@DefaultValue("/usr/share/fonts/truetype/cns11643") Path fontFolder) {

  /** The main one first, then those with what it has not. */
  List<Path> fonts() {
    return Stream.of("Kai", "Kai-Ext-B", "Kai-Plus", "Sung", "Sung-Ext-B", "Sung-Plus")
        .map(name -> fontFolder.resolve("TW-" + name + "-98_1.ttf"))
        .toList();
  }
}
