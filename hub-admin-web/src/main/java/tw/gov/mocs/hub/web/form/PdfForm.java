package tw.gov.mocs.hub.web.form;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;

/** The form as PDF: tagged, with the used part of its fonts inside. */
final class PdfForm {

  static {
    // It tells of each style sheet and each font.
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  private static final Pattern NEEDS_ESCAPE = Pattern.compile("[\"\\\\<>&\\p{Cntrl}]");

  private final FormFonts fonts;

  PdfForm(FormFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * What its style sheet is told.
   *
   * @param fonts names of families
   * @param head a string between quotes
   */
  public record Style(String fonts, String head) {

    private static final int OF_LABEL = 7;
    private static final int OF_VALUE = 10;

    /** The pieces of a label, in the narrowest column. */
    public List<Piece> label(String line) {
      return Piece.ofLabel(line, OF_LABEL);
    }

    /** The pieces of a line of an answer. */
    public List<Piece> value(String line) {
      return Piece.of(line, OF_VALUE);
    }
  }

  /** For a string of CSS in an element of XML. */
  private static String quoted(String text) {
    return NEEDS_ESCAPE
        .matcher(text)
        .replaceAll(found -> "\\\\%x ".formatted((int) found.group().charAt(0)));
  }

  /** One at a time: each holds its fonts in memory, 50 MB and more. */
  synchronized byte[] write(PrintedForm form) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    List<String> families = new ArrayList<>();
    for (Path font : fonts.choose(form.text())) {
      String family = "form-" + families.size();
      families.add(family);
      builder.useFont(font.toFile(), family);
    }
    String names = String.join(", ", families);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    builder
        .usePdfUaAccessibility(true)
        .useReplacementText("\uFFFD")
        .useExternalResourceAccessControl(
            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .withHtmlContent(
            FormTemplates.fill("pdf/form.xhtml", form, new Style(names, quoted(form.head()))), "")
        .toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
