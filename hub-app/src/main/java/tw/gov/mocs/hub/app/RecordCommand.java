package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.audit.InclusionProof;
import tw.gov.mocs.hub.audit.LogRecord;
import tw.gov.mocs.hub.audit.LogRecords;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/** Single records of the log, at the command line. */
@Command(
    name = "record",
    description = "Records of the log: show one, prove it, check a proof, open what was kept.",
    mixinStandardHelpOptions = true)
final class RecordCommand {

  @Spec private CommandSpec spec;

  @Command(description = "Show a record.", mixinStandardHelpOptions = true)
  int show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "RECORD", description = "its id") String id) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      print(
          hub.get(LogRecords.class)
              .find(id)
              .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, id, "record " + id)));
    }
    return 0;
  }

  @Command(
      description = "Write the proof that a record stands in the log, for somebody outside.",
      mixinStandardHelpOptions = true)
  int prove(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "RECORD", description = "its id") String id,
      @Option(names = "-o", paramLabel = "FILE", required = true, description = "where to") Path to)
      throws IOException {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      Files.writeString(to, hub.get(LogRecords.class).prove(id).text());
    }
    return 0;
  }

  @Command(
      name = "check-proof",
      description = "Check a proof; needs no hub. Status 0 only if it holds.",
      mixinStandardHelpOptions = true)
  int checkProof(
      @Parameters(paramLabel = "FILE", description = "the proof") Path file,
      @Option(
              names = "--certificate",
              paramLabel = "FILE",
              required = true,
              description = "PEM, of the hub's checkpoint key")
          Path certificate)
      throws IOException {
    InclusionProof proof;
    try {
      proof = InclusionProof.parse(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      String text = "it holds no proof";
      throw new HubException(ErrorCode.VALUE_INVALID, file + ": " + text, e, file.toString(), text);
    }
    boolean holds = KeyFiles.certificates(certificate).stream().anyMatch(one -> proof.holds(one));
    if (holds) {
      print(proof.proven());
    }
    spec.commandLine().getOut().println(holds ? "The proof holds." : "THE PROOF DOES NOT HOLD.");
    return holds ? 0 : 1;
  }

  @Command(
      name = "open-evidence",
      description = "Write the signed request that was kept of a call. That is itself logged.",
      mixinStandardHelpOptions = true)
  int openEvidence(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "RECORD", description = "its id") String id,
      @Option(names = "--reason", required = true, description = "why") String reason,
      @Option(names = "-o", paramLabel = "FILE", required = true, description = "where to") Path to)
      throws IOException {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      Files.write(to, hub.get(LogRecords.class).openEvidence(id, reason, ConfigOption.operator()));
    }
    return 0;
  }

  private void print(LogRecord record) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s %s%n", record.kind(), record.recordId());
    out.printf("  %-18s %s row %d%n", "chain", record.node(), record.seq());
    out.printf("  %-18s %s%n", "recordedAt", record.recordedAt());
    record.facts().forEach((name, value) -> out.printf("  %-18s %s%n", name, value));
  }
}
