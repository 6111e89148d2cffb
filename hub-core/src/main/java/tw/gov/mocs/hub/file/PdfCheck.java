package tw.gov.mocs.hub.file;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Whether a PDF holds scripts, actions that start something, or other files. It reads the file as
 * it stands instead of following it, because readers differ in how they follow a broken one, and
 * libraries such as PDFBox unpack streams into memory without a limit; of what is compressed it
 * unpacks the streams of objects alone, within limits.
 */
final class PdfCheck {

  /** Bytes of all streams of objects together at most. */
  static final int MAX_INFLATED = 100 * 1024 * 1024;

  private static final int MAX_STREAMS = 500_000;
  private static final String STREAM = "stream";

  /** Enough to tell a stream of objects from others. */
  private static final int HEAD_BYTES = 512;

  private final ByteBuffer file;
  private final PdfNames names = new PdfNames();
  private final byte[] out = new byte[HEAD_BYTES];
  private int streams;
  private int inflated;

  PdfCheck(ByteBuffer file) {
    this.file = file;
  }

  /**
   * Passes a PDF without them.
   *
   * @throws HubException FILE_HOLDS_MACROS, FILE_HOLDS_ARCHIVE, FILE_EXPANDS_TOO_MUCH, or
   *     FILE_UNREADABLE where objects are encrypted or packed in a way that nobody uses
   */
  void require() {
    Inflater inflater = new Inflater();
    try {
      for (int i = 0; i < file.limit(); i++) {
        names.take(file.get(i) & 0xFF);
        if (endsStreamKeyword(i)) {
          look(dataAfter(i), names.tookObjects(), inflater);
        }
      }
      names.take('\n');
    } finally {
      inflater.end();
    }
  }

  /** ISO 32000-1 §7.3.8.1: {@code stream}, but not {@code endstream}. */
  private boolean endsStreamKeyword(int last) {
    int first = last - STREAM.length() + 1;
    if (file.get(last) != 'm' || first < 1 || file.get(first - 1) == 'd') {
      return false;
    }
    for (int i = 0; i < STREAM.length(); i++) {
      if (file.get(first + i) != STREAM.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int dataAfter(int keyword) {
    int data = keyword + 1;
    while (data < file.limit() && file.get(data) == ' ') {
      data++;
    }
    if (data < file.limit() && file.get(data) == '\r') {
      data++;
    }
    return data < file.limit() && file.get(data) == '\n' ? data + 1 : data;
  }

  /** Objects are told by how they begin: what is said of a stream may stand somewhere else. */
  private void look(int data, boolean saidToBeObjects, Inflater inflater) {
    if (++streams > MAX_STREAMS) {
      throw expands("more than %d streams".formatted(MAX_STREAMS));
    }
    inflater.reset();
    inflater.setInput(file.duplicate().position(data));
    int read = inflate(inflater);
    if (areObjects(read)) {
      inflateAll(read, inflater);
    } else if (saidToBeObjects && !areObjects(plain(data))) {
      throw new HubException(ErrorCode.FILE_UNREADABLE, "objects of a PDF that cannot be unpacked");
    }
  }

  private void inflateAll(int head, Inflater inflater) {
    PdfNames within = new PdfNames();
    for (int read = head; read > 0; read = inflate(inflater)) {
      inflated += read;
      if (inflated > MAX_INFLATED) {
        throw expands("objects of a PDF inflate to more than is allowed");
      }
      for (int i = 0; i < read; i++) {
        within.take(out[i] & 0xFF);
      }
    }
    within.take('\n');
  }

  /** Whatever comes after a fault is not there for a reader either. */
  private int inflate(Inflater inflater) {
    try {
      return inflater.inflate(out);
    } catch (DataFormatException e) {
      return 0;
    }
  }

  private int plain(int data) {
    int length = Math.min(out.length, file.limit() - data);
    file.duplicate().position(data).get(out, 0, length);
    return length;
  }

  /** ISO 32000-1 §7.5.7: pairs of numbers, then the first object. */
  private boolean areObjects(int length) {
    int numbers = 0;
    for (int i = 0; i < length; i++) {
      char c = (char) (out[i] & 0xFF);
      if (Character.isDigit(c)) {
        numbers += i == 0 || !Character.isDigit((char) (out[i - 1] & 0xFF)) ? 1 : 0;
      } else if (" \t\r\n\f\0".indexOf(c) < 0) {
        return numbers > 1 && "<[(/+-.tfn".indexOf(c) >= 0;
      }
    }
    return numbers > 1;
  }

  private static HubException expands(String detail) {
    return new HubException(ErrorCode.FILE_EXPANDS_TOO_MUCH, detail);
  }
}
