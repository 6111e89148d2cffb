package tw.gov.mocs.hub.integration;

/** Lines {@code name = value} that a few lines of any language can read; nothing is escaped. */
final class ConfText {

  private final StringBuilder text = new StringBuilder();

  private ConfText() {}

  /** Begins with these comments. */
  static ConfText of(String... comments) {
    ConfText made = new ConfText();
    for (String comment : comments) {
      made.comment(comment);
    }
    return made;
  }

  ConfText comment(String comment) {
    text.append("# ").append(comment).append('\n');
    return this;
  }

  ConfText put(String name, Object value) {
    text.append(name).append(" = ").append(String.valueOf(value).replace('\n', ' ')).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
