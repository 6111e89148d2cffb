package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantedContract;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.Contract;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.ws.WsSettings;

/** The contract of one application, which the anonymous endpoint never gives out. */
@Command(
    name = "contract",
    description = "Write the WSDL of an application: its granted services and fields only.",
    mixinStandardHelpOptions = true)
final class ContractCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "APPLICATION", description = "申請案號, for example APSQ11500001")
  private String number = "";

  @Option(names = "--without-policy", description = "leave the WS-SecurityPolicy out")
  private boolean withoutPolicy;

  @Option(names = "-o", paramLabel = "FILE", description = "where to; else it is printed")
  private @Nullable Path to;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ConfigurableEnvironment environment = config.environment();
    WsSettings endpoint = Binder.get(environment).bindOrCreate("hub.ws", WsSettings.class);
    try (HubProcess hub = HubProcess.command(environment)) {
      Grant grant = grant(hub.get(Grants.class));
      Contract contract = GrantedContract.of(grant, hub.get(Catalogue.class).current());
      log(hub, grant);
      write(contract.wsdl(endpoint.address(), !withoutPolicy));
    }
    return 0;
  }

  private Grant grant(Grants grants) {
    if (!ApplicationNumber.matches(number)) {
      throw new HubException(ErrorCode.NOT_FOUND, "no number: " + number, number);
    }
    return grants
        .find(new ApplicationNumber(number))
        .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no grant of " + number, number));
  }

  private static void log(HubProcess hub, Grant grant) {
    Act act =
        new Act(
            AuditAction.CONTRACT_EXPORTED,
            ConfigOption.operator(),
            grant.applicationNo().value(),
            grant.agencyId(),
            null,
            "grant version " + grant.version(),
            null);
    hub.get(TransactionTemplate.class)
        .executeWithoutResult(status -> hub.get(AuditLog.class).act(act));
  }

  private void write(String wsdl) throws IOException {
    if (to == null) {
      spec.commandLine().getOut().println(wsdl);
    } else {
      Files.writeString(to, wsdl);
    }
  }
}
