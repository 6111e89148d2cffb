package tw.gov.mocs.hub.application;

import org.jspecify.annotations.Nullable;

/** What people typed, made uniform: "" is what was not given. */
final class Texts {

  private Texts() {}

  /** Without surrounding space, lines ended by LF; "" for null. */
  static String tidy(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
