package tw.gov.mocs.hub.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.shared.JsonText;

/** What a delivered file is and holds, as JSON (UTF-8); times in UTC, digests SHA-256. */
final class Manifest {

  private Manifest() {}

  static String of(String deliveryNo, Grant grant, Instant made, FileMaker.Contents contents) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("delivery", deliveryNo);
    all.put("application", grant.applicationNo().value());
    all.put("grantVersion", grant.version());
    all.put("agency", grant.agencyCode().value());
    all.put("madeAt", made);
    all.put("asOf", contents.asOf());
    all.put("rows", contents.rows());
    all.put("files", contents.parts().stream().map(Manifest::file).toList());
    return JsonText.of(all);
  }

  private static Map<String, Object> file(Parts.Part part) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("name", part.name());
    file.put("bytes", part.bytes());
    file.put("sha256", part.sha256());
    if (part.rows() != null) {
      file.put("rows", part.rows());
    }
    return file;
  }
}
