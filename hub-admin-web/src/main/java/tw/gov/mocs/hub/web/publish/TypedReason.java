package tw.gov.mocs.hub.web.publish;

import org.jspecify.annotations.Nullable;

/** Why something is taken away, and which version somebody looked at. */
record TypedReason(@Nullable Integer version, @Nullable String reason) {

  String words() {
    return reason == null ? "" : reason.replace("\r\n", "\n").strip();
  }

  int seen() {
    return version == null ? 0 : version;
  }
}
