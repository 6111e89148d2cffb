package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.agency.AnchorLoss;
import tw.gov.mocs.hub.agency.AnchorUses;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.Anchor;
import tw.gov.mocs.hub.trust.AuthorityUpload;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.Revocation;
import tw.gov.mocs.hub.trust.RevocationEvidence;
import tw.gov.mocs.hub.trust.TrustAnchors;
import tw.gov.mocs.hub.trust.TrustDecision;

/** Whom the hub trusts, at the command line. */
@Command(
    name = "trust",
    description = "Trusted authorities: list, add, remove, refresh; check a certificate.",
    mixinStandardHelpOptions = true)
final class TrustCommand {

  @Spec private CommandSpec spec;

  @Command(description = "List all authorities.", mixinStandardHelpOptions = true)
  int list(@Mixin ConfigOption config) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(TrustAnchors.class).list().forEach(this::print);
    }
    return 0;
  }

  @Command(
      description = "Trust a self-signed authority, or know an intermediate.",
      mixinStandardHelpOptions = true)
  int add(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "FILE", description = "PEM or DER, one certificate") Path file,
      @Option(names = "--crl", description = "address of the list of what it revokes")
          @Nullable URI crl,
      @Option(names = "--ocsp", description = "address of its OCSP responder") @Nullable URI ocsp)
      throws IOException {
    X509Certificate authority = AuthorityUpload.read(Files.readAllBytes(file));
    try (HubProcess hub = HubProcess.command(config.environment())) {
      print(
          hub.get(TrustAnchors.class)
              .add(authority, new Anchor.Sources(crl, ocsp), ConfigOption.operator()));
    }
    return 0;
  }

  @Command(
      description = "Remove an authority that was added; those of the settings stay.",
      mixinStandardHelpOptions = true)
  int remove(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "THUMBPRINT", description = "SHA-256, as listed") String thumbprint,
      @Option(names = "--reason", required = true, description = "why") String reason,
      @Option(names = "--force", description = "even if no administrator can log in without it")
          boolean force) {
    String which = thumbprint.toLowerCase(Locale.ROOT);
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(TrustAnchors.class).requireAdded(which);
      AnchorLoss loss = hub.get(AnchorUses.class).without(which);
      if (!force) {
        hub.get(AnchorUses.class).requireNotNeeded(which);
      }
      hub.get(TrustAnchors.class).remove(which, reason, ConfigOption.operator());
      out()
          .printf(
              "%d certificates of agencies and %d accounts are trusted no more%n",
              loss.certificates().size(), loss.accounts().size());
    }
    return 0;
  }

  @Command(
      description = "Fetch every revocation list now. Status 0 only if all came.",
      mixinStandardHelpOptions = true)
  int refresh(@Mixin ConfigOption config) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      List<URI> failed = hub.get(Revocation.class).refreshLists();
      failed.forEach(each -> out().println("no usable list from " + each));
      return failed.isEmpty() ? 0 : 1;
    }
  }

  @Command(
      description = "Say whether a certificate is trusted, and why. Status 0 only if it is.",
      mixinStandardHelpOptions = true)
  int check(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "FILE", description = "PEM; first the certificate, then others")
          Path file,
      @Option(
              names = "--use",
              defaultValue = "CALL",
              description = "LOGIN, CALL or ENCRYPTION; default ${DEFAULT-VALUE}")
          CertificateUse use) {
    List<X509Certificate> sent = KeyFiles.certificates(file);
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(Revocation.class).refreshLists();
      TrustDecision decision =
          hub.get(CertificateVerifier.class).verify(sent.get(0), sent.subList(1, sent.size()), use);
      if (decision instanceof TrustDecision.Untrusted refusal) {
        out().printf("NOT TRUSTED for %s: %s %s%n", use, refusal.code().code(), refusal.reason());
        return 1;
      }
      print(use, (TrustDecision.Trusted) decision);
      return 0;
    }
  }

  private void print(CertificateUse use, TrustDecision.Trusted trusted) {
    out().println("trusted for " + use);
    for (X509Certificate each : trusted.path()) {
      out()
          .printf(
              "  %-12s %s, until %s%n",
              each.equals(trusted.certificate()) ? "path" : "",
              each.getSubjectX500Principal(),
              each.getNotAfter().toInstant());
    }
    RevocationEvidence evidence = trusted.revocation();
    out()
        .printf(
            "  %-12s %s, says %s of %s%s%n",
            "revocation",
            evidence.state(),
            evidence.source(),
            evidence.producedAt(),
            evidence.withinGrace() ? ", outdated but within its grace" : "");
    trusted.agencyOid().ifPresent(oid -> out().printf("  %-12s %s%n", "agency OID", oid));
    trusted.cardNumber().ifPresent(number -> out().printf("  %-12s %s%n", "card", number));
  }

  private void print(Anchor anchor) {
    X509Certificate certificate = anchor.certificate();
    out()
        .printf(
            "%s %-12s %-8s until %s %s%n",
            anchor.thumbprint(),
            anchor.kind(),
            anchor.fromSettings() ? "settings" : "added",
            certificate.getNotAfter().toInstant(),
            certificate.getSubjectX500Principal());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
