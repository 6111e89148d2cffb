package tw.gov.mocs.hub.ws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The fault for who comes when the queue is full: written once, before any call, so that an
 * overload costs neither a thread nor a signature.
 */
final class BusyFault {

  private final Hub hub;
  private final CallerAddress addresses;
  private final Map<SoapVersion, byte[]> messages = new EnumMap<>(SoapVersion.class);

  BusyFault(Hub hub, CallerAddress addresses, SpoolFolder spools) {
    this.hub = hub;
    this.addresses = addresses;
    for (SoapVersion version : SoapVersion.values()) {
      messages.put(version, message(version, spools));
    }
  }

  private static byte[] message(SoapVersion version, SpoolFolder spools) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (AnswerBody body = new AnswerBody(spools.open(), version)) {
      HubException busy = new HubException(ErrorCode.BUSY, "the queue is full");
      FaultBody.write(busy, null, null, version, body);
      bytes.write(AnswerSender.start(version));
      body.spool().content().transferTo(bytes);
      bytes.write(AnswerSender.END);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends it, counted like any refusal of one who is not known yet; never blocks.
   *
   * @param why for the log
   */
  void send(LeavingAnswer answer, String why) {
    Request request = answer.getRequest();
    hub.countRefusal(ErrorCode.BUSY, addresses.of(request), null, why);
    SoapVersion version = version(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    answer.setStatus(500);
    answer.getHeaders().put(HttpHeader.CONTENT_TYPE, version.contentType());
    answer.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    answer.give(messages.getOrDefault(version, new byte[0]));
    answer.succeeded();
  }

  private static SoapVersion version(@Nullable String contentType) {
    boolean soap12 = contentType != null && contentType.startsWith(SoapVersion.V12.mediaType());
    return soap12 ? SoapVersion.V12 : SoapVersion.V11;
  }
}
