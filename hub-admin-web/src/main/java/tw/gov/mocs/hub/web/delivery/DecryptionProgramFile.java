package tw.gov.mocs.hub.web.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.integration.DecryptionProgram;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 解密程式, and the certificates that a file is verified with, beside the file of an agency. */
@Controller
final class DecryptionProgramFile {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
  private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

  private final OwnFiles files;
  private final DecryptionProgram program;

  DecryptionProgramFile(OwnFiles files, DecryptionProgram program) {
    this.files = files;
    this.program = program;
  }

  @GetMapping("/progress/{number}/decryption.zip")
  void program(@PathVariable("number") String number, HttpServletResponse response)
      throws IOException {
    files.application(number);
    SaveAs.headers("decryption.zip", ZIP).toSingleValueMap().forEach(response::setHeader);
    program.writeTo(response.getOutputStream());
  }

  @GetMapping("/progress/{number}/" + DecryptionProgram.AUTHORITIES)
  ResponseEntity<String> authorities(@PathVariable("number") String number) {
    files.application(number);
    return ResponseEntity.ok()
        .headers(SaveAs.headers(DecryptionProgram.AUTHORITIES, PEM))
        .body(program.authorities());
  }
}
