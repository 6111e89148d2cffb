package tw.gov.mocs.hub.web.form;

import tw.gov.mocs.hub.shared.HubException;

/** Makes the form as a file. */
public final class FormPrinter {

  private final PdfForm pdf;

  /** Looks for the fonts when the first PDF is asked for. */
  public FormPrinter(FormSettings settings) {
    this.pdf = new PdfForm(new FormFonts(settings.fonts()));
  }

  /**
   * The form in this format.
   *
   * @throws HubException FONTS_MISSING, for a PDF on a machine without the fonts
   */
  public byte[] print(PrintedForm form, FormFormat format) {
    return switch (format) {
      case DOCX -> new DocxForm(form).write();
      case ODT -> OdtForm.write(form);
      case PDF -> pdf.write(form);
    };
  }
}
