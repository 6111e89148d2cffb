package tw.gov.mocs.hub.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.Attachment;
import tw.gov.mocs.hub.application.Letters;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.RocDate;

/** The official letters of the demo's applications. */
@Component
class SampleLetters {

  /** An empty page. */
  private static final byte[] PAGE =
      """
      %PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
      trailer <</Root 1 0 R>>
      %%EOF
      """
          .getBytes(US_ASCII);

  private final Letters letters;
  private final Applications applications;
  private final StoredFiles files;
  private final Clock clock;

  SampleLetters(Letters letters, Applications applications, StoredFiles files, Clock clock) {
    this.letters = letters;
    this.applications = applications;
    this.files = files;
    this.clock = clock;
  }

  /** Records one for this application, which is returned as it is then. */
  Application record(Application pending, Actor reviewer) {
    ApplicationNumber number = pending.number().orElseThrow();
    StoredFile scan =
        files.store(
            new ByteArrayInputStream(PAGE),
            "機關來函.pdf",
            FileRules.DOCUMENTS,
            new FileOwner("letter", pending.id()),
            reviewer.name());
    letters.record(
        number,
        pending.version(),
        RocDate.dayOf(clock.instant()),
        "示範字第 " + number.value().substring(4) + " 號",
        new Attachment(scan.id(), scan.name().value(), scan.sha256(), scan.size()),
        reviewer);
    return applications.get(number);
  }
}
