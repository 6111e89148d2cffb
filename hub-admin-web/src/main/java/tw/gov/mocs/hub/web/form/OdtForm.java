package tw.gov.mocs.hub.web.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import tw.gov.mocs.hub.web.odf.OdfPackage;

/** The form as OpenDocument text. */
final class OdtForm {

  private OdtForm() {}

  static byte[] write(PrintedForm form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OdfPackage odt = new OdfPackage(out, FormFormat.ODT.mediaType().toString())) {
      for (String part : new String[] {"content", "styles", "meta"}) {
        odt.add(part + ".xml", FormTemplates.fill("odt/" + part + ".template", form, ""));
      }
      odt.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
