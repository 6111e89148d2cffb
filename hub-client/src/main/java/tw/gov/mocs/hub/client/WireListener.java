package tw.gov.mocs.hub.client;

/** Sees each message exactly as it goes over the wire; they hold personal data. */
public interface WireListener {

  /** Before a request leaves. */
  void sent(byte[] message);

  /** After an answer came, before it is verified. */
  void received(int httpStatus, byte[] message);

  /** Sees nothing. */
  WireListener NONE =
      new WireListener() {
        @Override
        public void sent(byte[] message) {}

        @Override
        public void received(int httpStatus, byte[] message) {}
      };
}
