package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.agency.Account;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.Accounts;
import tw.gov.mocs.hub.agency.AdministratorProposal;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/** Accounts, at the command line; administrators open all others in the portal. */
@Command(
    name = "account",
    description = "Accounts: list, first-administrator, confirm, remove-card, close.",
    mixinStandardHelpOptions = true)
final class AccountCommand {

  @Spec private CommandSpec spec;

  @Command(description = "List all accounts.", mixinStandardHelpOptions = true)
  int list(@Mixin ConfigOption config) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(Accounts.class).list().forEach(this::print);
    }
    return 0;
  }

  @Command(
      name = "first-administrator",
      description = "Open the first administrator's account; refused once there is one.",
      mixinStandardHelpOptions = true)
  int firstAdministrator(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "NAME", description = "name of the account") String name,
      @Parameters(paramLabel = "FILE", description = "the card's certificate, PEM") Path file,
      @Option(names = "--display-name", description = "the person's name")
          @Nullable String displayName) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      print(
          hub.get(Accounts.class)
              .createFirstAdministrator(
                  name,
                  displayName == null ? name : displayName,
                  KeyFiles.certificates(file).get(0),
                  ConfigOption.operator()));
    }
    return 0;
  }

  @Command(
      description = "Confirm, as the second person, what makes an account an administrator's.",
      mixinStandardHelpOptions = true)
  int confirm(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "NAME", description = "name of the account") String name) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      AccountControl accounts = hub.get(AccountControl.class);
      AdministratorProposal proposal =
          accounts.proposals().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> new HubException(ErrorCode.NOT_FOUND, "no proposal", "帳號 " + name));
      accounts.confirm(proposal.id(), ConfigOption.operator());
      print(hub.get(Accounts.class).get(name));
    }
    return 0;
  }

  @Command(
      name = "remove-card",
      description = "Take a card from an account; never the last one it logs in with.",
      mixinStandardHelpOptions = true)
  int removeCard(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "NAME", description = "name of the account") String name,
      @Parameters(paramLabel = "THUMBPRINT", description = "SHA-256, as its page shows it")
          String thumbprint,
      @Option(names = "--reason", required = true, description = "why") String reason) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(Accounts.class).removeCertificate(name, thumbprint, reason, ConfigOption.operator());
    }
    return 0;
  }

  @Command(description = "Close an account for good.", mixinStandardHelpOptions = true)
  int close(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "NAME", description = "name of the account") String name,
      @Option(names = "--reason", required = true, description = "why") String reason) {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      hub.get(Accounts.class).close(name, reason, ConfigOption.operator());
    }
    return 0;
  }

  private void print(Account account) {
    spec.commandLine()
        .getOut()
        .printf("%-20s %-14s %s%n", account.name(), account.role(), account.displayName());
  }
}
