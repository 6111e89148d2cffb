package tw.gov.mocs.hub.catalogue;

/** What an element is, in Chinese and then in English, as the contract says it. */
final class Documentation {

  private Documentation() {}

  static void write(Markup out, String chinese, String english) {
    out.start("xs:annotation")
        .text("xs:documentation", chinese, "xml:lang", "zh-TW")
        .text("xs:documentation", english, "xml:lang", "en")
        .end();
  }
}
