package tw.gov.mocs.hub.web.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import tw.gov.mocs.hub.web.odf.OdfPackage;

/** Tables as an OpenDocument spreadsheet, of which only the present row is in memory. */
final class OdsFile {

  private static final String STYLES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-styles \
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
      office:version="1.3"><office:styles>\
      <style:default-style style:family="table-cell"><style:text-properties \
      fo:language="zh" fo:country="TW" style:language-asian="zh" style:country-asian="TW"/>\
      </style:default-style><style:style style:name="Default" style:family="table-cell"/>\
      </office:styles></office:document-styles>
      """;

  private OdsFile() {}

  static void write(List<Sheet<?>> sheets, OutputStream out) throws IOException {
    OdfPackage ods = new OdfPackage(out, SheetFormat.ODS.mediaType().toString());
    ods.add("styles.xml", STYLES);
    try {
      OdsContent content = new OdsContent(ods.begin("content.xml"), sheets);
      for (Sheet<?> sheet : sheets) {
        content.table(sheet);
      }
      content.end();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    ods.finish();
  }
}
