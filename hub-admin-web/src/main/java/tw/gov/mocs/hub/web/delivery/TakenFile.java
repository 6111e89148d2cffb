package tw.gov.mocs.hub.web.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.delivery.Pickups;
import tw.gov.mocs.hub.delivery.Pickups.Pickup;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.error.IfRefused;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/**
 * The bytes of a file, by its ticket, whole or from where a connection broke (RFC 9110 §14: one
 * range). What has left is counted, whatever becomes of the connection.
 */
@Controller
final class TakenFile {

  private static final MediaType CMS = MediaType.parseMediaType("application/pkcs7-mime");
  private static final int PIECE = 64 * 1024;

  /** So much is counted before it leaves: a few commits a second on a fast line. */
  private static final int STRETCH = 64 * PIECE;

  private final OwnFiles files;
  private final Pickups pickups;
  private final CallerAddress addresses;

  TakenFile(OwnFiles files, Pickups pickups, CallerAddress addresses) {
    this.files = files;
    this.pickups = pickups;
    this.addresses = addresses;
  }

  /** Bytes of a file: from the first to before the second place. */
  private record Part(long from, long to) {}

  @GetMapping("/progress/{number}/file/{token:[0-9a-f]{64}}.p7m")
  void take(
      @PathVariable("number") String number,
      @PathVariable("token") String token,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Application application = files.application(number);
    CardHolder holder = LoginSession.holder().orElseThrow();
    Actor actor = holder.actor(addresses.of(request));
    IfRefused.leadTo("/progress/" + application.name() + "/file", request);
    Pickup pickup = pickups.open(token, application.agencyId(), actor);
    try (FileChannel file = FileChannel.open(pickup.file())) {
      boolean bytes = request.getMethod().equals("GET");
      // RFC 9110 §14.2: a Range is for GET alone.
      Part part = part(bytes ? request.getHeader(HttpHeaders.RANGE) : null, file.size());
      if (bytes) {
        IfRefused.tellSize(file.size(), request);
        pickups.leaving(pickup, part.from(), stretch(part.from(), part));
      }
      headers(number, pickup, part, file.size(), response);
      if (bytes) {
        send(file, part, pickup, response.getOutputStream());
        pickups.left(pickup, part.to(), actor);
      }
    }
  }

  private static void headers(
      String number, Pickup pickup, Part part, long size, HttpServletResponse response) {
    SaveAs.headers(number + ".p7m", CMS)
        .forEach((header, values) -> response.setHeader(header, values.get(0)));
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(HttpHeaders.ETAG, '"' + pickup.delivery().sha256() + '"');
    if (part.to() - part.from() < size) {
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader(
          HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(part.from(), part.to() - 1, size));
    }
    response.setContentLengthLong(part.to() - part.from());
  }

  /** Which bytes are asked for; none behind its end for a range that the file does not have. */
  private static Part part(@Nullable String range, long size) {
    // RFC 9110 §14.2: another unit is as if it were not there.
    if (range == null || !range.startsWith("bytes=")) {
      return new Part(0, size);
    }
    try {
      List<HttpRange> ranges = HttpRange.parseRanges(range);
      // Of several ones the whole is as good an answer.
      if (ranges.size() != 1) {
        return new Part(0, size);
      }
      HttpRange one = ranges.get(0);
      long from = one.getRangeStart(size);
      return from < size ? new Part(from, one.getRangeEnd(size) + 1) : new Part(size, size);
    } catch (IllegalArgumentException e) {
      return new Part(size, size);
    }
  }

  private static long stretch(long at, Part part) {
    return Math.min(at + STRETCH, part.to());
  }

  private void send(FileChannel file, Part part, Pickup pickup, OutputStream out)
      throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    long counted = stretch(part.from(), part);
    for (long at = part.from(); at < part.to(); ) {
      if (at == counted) {
        counted = stretch(at, part);
        goOn(pickup, at, counted);
      }
      piece.clear().limit((int) Math.min(PIECE, counted - at));
      int read = file.read(piece, at);
      if (read < 0) {
        throw new IOException("the file is shorter than it was");
      }
      out.write(piece.array(), 0, read);
      at += read;
    }
    out.flush();
  }

  /** What is refused by now can only be told by breaking off. */
  private void goOn(Pickup pickup, long from, long to) throws IOException {
    try {
      pickups.leaving(pickup, from, to);
    } catch (HubException e) {
      throw new IOException(e.detail(), e);
    }
  }
}
