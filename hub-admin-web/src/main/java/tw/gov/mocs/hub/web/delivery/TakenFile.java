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
import tw.gov.mocs.hub.web.CallerAddress;
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
    Pickup pickup = pickups.open(token, application.agencyId(), actor);
    try (FileChannel file = FileChannel.open(pickup.file())) {
      SaveAs.headers(number + ".p7m", CMS)
          .forEach((header, values) -> response.setHeader(header, values.get(0)));
      response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
      response.setHeader(HttpHeaders.ETAG, '"' + pickup.delivery().sha256() + '"');
      Part part = part(request.getHeader(HttpHeaders.RANGE), file.size());
      if (part == null) {
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        return;
      }
      if (part.to() - part.from() < file.size()) {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(
            HttpHeaders.CONTENT_RANGE,
            "bytes %d-%d/%d".formatted(part.from(), part.to() - 1, file.size()));
      }
      response.setContentLengthLong(part.to() - part.from());
      if (request.getMethod().equals("GET")) {
        send(file, part, pickup, actor, response.getOutputStream());
      }
    }
  }

  /** Which bytes are asked for; null for a range that the file does not have. */
  private static @Nullable Part part(@Nullable String range, long size) {
    if (range == null) {
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
      return from < size ? new Part(from, one.getRangeEnd(size) + 1) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void send(FileChannel file, Part part, Pickup pickup, Actor actor, OutputStream out)
      throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    long at = part.from();
    try {
      while (at < part.to()) {
        piece.clear().limit((int) Math.min(PIECE, part.to() - at));
        int read = file.read(piece, at);
        if (read < 0) {
          throw new IOException("the file is shorter than it was");
        }
        out.write(piece.array(), 0, read);
        at += read;
      }
      out.flush();
    } finally {
      pickups.sent(pickup, part.from(), at, actor);
    }
  }
}
