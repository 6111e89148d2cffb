package tw.gov.mocs.hub.web.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The fonts of a PDF: of those that are installed, the ones that a text needs. */
final class FormFonts {

  /** Debian's package of the main font. */
  static final String PACKAGE = "fonts-cns11643-kai";

  private final List<Path> installed;
  private final List<Path> wanted;
  private final Map<Path, BitSet> covered = new ConcurrentHashMap<>();

  FormFonts(List<Path> wanted) {
    this.wanted = wanted;
    this.installed = wanted.stream().filter(Files::isReadable).toList();
  }

  /**
   * The main font, and those that have what it has not. A font of the rare characters is as large
   * as the main one and is seldom needed.
   */
  List<Path> choose(String text) {
    if (!installed.contains(wanted.get(0))) {
      throw new HubException(ErrorCode.FONTS_MISSING, "no font " + wanted, PACKAGE);
    }
    List<Path> chosen = new ArrayList<>();
    BitSet needed = new BitSet();
    text.codePoints().forEach(needed::set);
    for (Path font : installed) {
      BitSet has = covered.computeIfAbsent(font, FormFonts::read);
      if (chosen.isEmpty() || needed.intersects(has)) {
        chosen.add(font);
        needed.andNot(has);
      }
      if (needed.isEmpty()) {
        break;
      }
    }
    return chosen;
  }

  private static BitSet read(Path font) {
    try (TrueTypeFont read =
        new TTFParser().parse(new RandomAccessReadBufferedFile(font.toFile()))) {
      CmapLookup glyphs = read.getUnicodeCmapLookup();
      BitSet has = new BitSet();
      for (int point = ' '; point <= Character.MAX_CODE_POINT; point++) {
        if (glyphs.getGlyphId(point) != 0) {
          has.set(point);
        }
      }
      return has;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
