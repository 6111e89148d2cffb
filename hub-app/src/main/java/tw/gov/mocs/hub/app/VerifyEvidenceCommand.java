package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.audit.LogRecord;
import tw.gov.mocs.hub.evidence.EvidenceCheck;
import tw.gov.mocs.hub.evidence.EvidenceLine;
import tw.gov.mocs.hub.evidence.EvidenceLine.State;
import tw.gov.mocs.hub.evidence.EvidencePackage;
import tw.gov.mocs.hub.evidence.RequestSignature;
import tw.gov.mocs.hub.evidence.SealedEvidence;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.ws.KeptRequest;

/** 驗證證據: what a package of evidence proves, without a hub and without a database. */
@Command(
    name = "verify-evidence",
    description = {
      "Check the evidence of a call that an auditor exported; needs no hub and no database.",
      "Status 0: all that is in it holds. Status 1: something does not."
    },
    mixinStandardHelpOptions = true)
final class VerifyEvidenceCommand implements Callable<Integer> {

  private static final Map<State, String> MARKS =
      Map.of(State.HOLDS, "成立 HOLDS", State.FAILS, "不成立 FAILS", State.NOTE, "說明 NOTE ");

  @Parameters(paramLabel = "FILE", description = "the package, sealed (.p7m) or opened (.zip)")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "PEM, private key of the recipient; needed for a sealed package")
  private @Nullable Path key;

  @Option(
      names = "--checkpoint-certificate",
      paramLabel = "FILE",
      description = "PEM, of the hub's checkpoint key, from elsewhere than the package")
  private @Nullable Path certificate;

  @Option(
      names = "--extract",
      paramLabel = "FILE",
      description = "write the opened package here (ZIP); it holds personal data")
  private @Nullable Path extract;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    byte[] zip = opened(Files.readAllBytes(file));
    Path to = extract;
    if (to != null) {
      Files.write(to, zip);
    }
    Path known = certificate;
    List<X509Certificate> trusted = known == null ? List.of() : KeyFiles.certificates(known);
    EvidenceCheck check =
        new EvidenceCheck(EvidencePackage.read(zip), trusted, VerifyEvidenceCommand::signature);
    List<EvidenceLine> lines = check.lines();
    print(check.record(), lines);
    boolean all = lines.stream().noneMatch(line -> line.state() == State.FAILS);
    spec.commandLine()
        .getOut()
        .println(all ? "證據成立。 The evidence holds." : "證據不成立。 THE EVIDENCE DOES NOT HOLD.");
    return all ? 0 : 1;
  }

  private byte[] opened(byte[] content) {
    if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
      return content;
    }
    Path recipient = key;
    if (recipient == null) {
      throw new ParameterException(
          spec.commandLine(),
          file + "：證據檔已加密，須以 --key 指定收件人的私鑰。" + " It is sealed: --key of its recipient is needed.");
    }
    return SealedEvidence.open(content, KeyFiles.privateKey(recipient));
  }

  private static RequestSignature signature(byte[] message, List<X509Certificate> known) {
    KeptRequest request = KeptRequest.verify(message, known);
    return new RequestSignature(request.certificate(), request.bodyDigest());
  }

  private void print(LogRecord record, List<EvidenceLine> lines) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "紀錄 Record %s (%s row %d, %s)%n",
        record.recordId(), record.node(), record.seq(), record.recordedAt());
    record.facts().forEach((name, value) -> out.printf("  %-18s %s%n", name, value));
    // What does not hold first.
    for (EvidenceLine line :
        lines.stream().sorted(Comparator.comparing(one -> one.state() != State.FAILS)).toList()) {
      out.printf("%s  %s%n", MARKS.get(line.state()), line.chinese());
      out.printf("%s  %s%n", " ".repeat(11), line.english());
    }
  }
}
