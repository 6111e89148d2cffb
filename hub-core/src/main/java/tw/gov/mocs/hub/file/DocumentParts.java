package tw.gov.mocs.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The entries of an archive that tell which document it is (ECMA-376 Part 2 §7, ODF 1.2 Part 3).
 */
final class DocumentParts {

  static final String CONTENT_TYPES = "[Content_Types].xml";
  static final String MIMETYPE = "mimetype";
  static final String MANIFEST = "META-INF/manifest.xml";

  private static final Map<FileType, String> MAIN_PART =
      Map.of(
          FileType.DOCX, FileType.DOCX.mediaType() + ".main+xml",
          FileType.XLSX, FileType.XLSX.mediaType() + ".main+xml");

  private static final Set<String> ACTIVE =
      Set.of("macroenabled", "vbaproject", "macrosheet", "activex");

  private final Map<String, byte[]> markup;

  DocumentParts(Map<String, byte[]> markup) {
    this.markup = markup;
  }

  void require(FileType type) {
    byte[] mimetype = markup.get(MIMETYPE);
    byte[] contentTypes = markup.get(CONTENT_TYPES);
    switch (type) {
      case ODT, ODS -> requireOpenDocument(type, mimetype);
      case DOCX, XLSX -> requireOfficeOpen(type, contentTypes);
      default -> {
        if (mimetype != null || contentTypes != null) {
          throw ContentCheck.mismatch(type, "a document");
        }
      }
    }
  }

  private void requireOpenDocument(FileType type, byte @Nullable [] mimetype) {
    if (mimetype == null || !new String(mimetype, UTF_8).strip().equals(type.mediaType())) {
      throw ContentCheck.mismatch(type, "another mimetype");
    }
    byte[] manifest = markup.get(MANIFEST);
    if (manifest == null || read(manifest, "media-type").contains("encryption-data")) {
      throw new HubException(ErrorCode.FILE_UNREADABLE, "no manifest, or an encrypted document");
    }
  }

  private void requireOfficeOpen(FileType type, byte @Nullable [] contentTypes) {
    if (contentTypes == null) {
      throw ContentCheck.mismatch(type, "no content types");
    }
    Set<String> types = read(contentTypes, "ContentType");
    if (types.stream().anyMatch(DocumentParts::isActive)) {
      throw new HubException(ErrorCode.FILE_HOLDS_MACROS, "a part of macros");
    }
    if (!types.contains(MAIN_PART.get(type))) {
      throw ContentCheck.mismatch(type, "another main part");
    }
  }

  private static boolean isActive(String contentType) {
    String lower = contentType.toLowerCase(Locale.ROOT);
    return ACTIVE.stream().anyMatch(lower::contains);
  }

  /** The local names of all elements, and the values of all attributes with this name. */
  private static Set<String> read(byte[] xml, String attribute) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Set<String> found = new HashSet<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          found.add(reader.getLocalName());
          String value = reader.getAttributeValue(null, attribute);
          if (value != null) {
            found.add(value);
          }
        }
      }
      return found;
    } catch (XMLStreamException e) {
      throw new HubException(ErrorCode.FILE_UNREADABLE, "a part that is no XML", e);
    }
  }
}
