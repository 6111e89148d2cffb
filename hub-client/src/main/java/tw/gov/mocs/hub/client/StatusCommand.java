package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** 狀態: asks the hub who the caller is and what it may call; no personal data. */
@Command(name = "status", description = "查詢憑證、申請案與配額狀態 Asks who I am and what I may call.")
public final class StatusCommand extends ClientCommand {

  @Override
  void run(PrintWriter out, PrintWriter err) {
    HubStatus status = connection.client(err).build().status();
    out.printf("機關 agency        %s %s%n", status.agencyCode(), status.agencyName());
    out.printf("憑證 certificate   %s%n", status.certificateSerial());
    out.printf("憑證效期 ends in   %d 天 days%n", status.certificateDays());
    out.printf("平臺時間 hub time  %s%n", status.hubTime());
    if (status.callerAddress() != null) {
      out.printf("來源位址 called from %s%n", TerminalText.shown(status.callerAddress()));
    }
    status.checkpoint().ifPresent(c -> out.printf("檢查點 checkpoint  %d %s%n", c.number(), c.hash()));
    for (HubStatus.ApplicationStatus a : status.applications()) {
      out.printf("%n%s  %s  %s – %s%n", a.applicationNo(), a.status(), a.from(), a.to());
      out.printf("  服務 services  %s%n", String.join(" ", a.services()));
      if (!a.addressAllowed()) {
        out.printf("  來源位址未核准 the address is not granted%n");
      }
      out.printf("  今日餘額 left today  %d 次 calls · %d 筆 rows%n", a.callsLeft(), a.rowsLeft());
    }
    out.flush();
  }
}
