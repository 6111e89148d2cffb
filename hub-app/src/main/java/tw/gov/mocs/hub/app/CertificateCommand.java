package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.CertificateUse;

/** Registered certificates, at the command line. */
@Command(
    name = "certificate",
    description = "Registered certificates: list, add, withdraw.",
    mixinStandardHelpOptions = true)
final class CertificateCommand {

  @Spec private CommandSpec spec;

  @Command(description = "List the certificates of an agency.", mixinStandardHelpOptions = true)
  int list(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "CODE", description = "機關代碼") AgencyCode code) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      Agencies agencies = hub.get(Agencies.class);
      Agency agency =
          agencies
              .find(code)
              .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, code.value(), code.value()));
      agencies.certificatesOf(agency.id()).forEach(this::print);
    }
    return 0;
  }

  @Command(description = "Register a certificate.", mixinStandardHelpOptions = true)
  int add(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "CODE", description = "機關代碼") AgencyCode code,
      @Parameters(paramLabel = "FILE", description = "PEM; its first certificate") Path file,
      @Option(
              names = "--use",
              required = true,
              split = ",",
              description = "LOGIN, CALL, ENCRYPTION; one or several")
          Set<CertificateUse> uses) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      print(
          hub.get(Agencies.class)
              .registerCertificate(
                  code, KeyFiles.certificates(file).get(0), uses, ConfigOption.operator()));
    }
    return 0;
  }

  @Command(description = "Take a certificate back, for good.", mixinStandardHelpOptions = true)
  int withdraw(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "THUMBPRINT", description = "SHA-256, as listed") String thumbprint,
      @Option(names = "--reason", required = true, description = "why") String reason) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(Agencies.class).withdrawCertificate(thumbprint, reason, ConfigOption.operator());
    }
    return 0;
  }

  private void print(RegisteredCertificate registered) {
    spec.commandLine()
        .getOut()
        .printf(
            "%s %s until %s %s%n",
            registered.thumbprint(),
            registered.uses(),
            registered.certificate().getNotAfter().toInstant(),
            registered.certificate().getSubjectX500Principal());
  }
}
