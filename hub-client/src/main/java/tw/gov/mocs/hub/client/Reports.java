package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;

/** What a command says when it fails, and what it shows of the wire. */
final class Reports {

  static final String EXIT_CODES =
      "%n結束代碼 Exit codes: 0 成功 ok · 1 平臺拒絕 fault of the hub · 2 用法 usage"
          + " · 3 驗證失敗 answer not verified · 4 連線 transport · 5 授權 grant";

  private Reports() {}

  /** Runs a command; a failure becomes one sentence in each language and an exit code. */
  static int guarded(PrintWriter err, Callable<Integer> command) throws Exception {
    try {
      return command.call();
    } catch (HubFaultException e) {
      // Perhaps not the hub's words: nothing in them may steer the terminal.
      say(err, "平臺拒絕 [%s] %s".formatted(e.code(), e.message(Locale.TAIWAN)));
      say(err, "The hub refused [%s] %s".formatted(e.code(), e.message(Locale.ENGLISH)));
      e.recordId().ifPresent(id -> say(err, "recordId " + id));
      err.println(
          e.verified()
              ? "（已驗證平臺簽章 the fault is signed by the hub, for this request）"
              : "（未經驗證：不能證明出自平臺 unverified: nothing proves that the hub said so）");
      err.flush();
      return e.exitCode();
    } catch (HubCallException e) {
      say(err, e.message(Locale.TAIWAN));
      say(err, e.message(Locale.ENGLISH));
      err.flush();
      return e.exitCode();
    }
  }

  /** Something that a person should see, though the command goes on. */
  static void warn(PrintWriter err, HubCallException warning) {
    say(err, "! " + warning.message(Locale.TAIWAN));
    say(err, "! " + warning.message(Locale.ENGLISH));
    err.flush();
  }

  private static void say(PrintWriter err, String line) {
    err.println(TerminalText.shown(line));
  }

  static WireListener raw(PrintWriter err) {
    return new WireListener() {
      @Override
      public void sent(byte[] message) {
        show("送出 sent", message);
      }

      @Override
      public void received(int httpStatus, byte[] message) {
        show("收到 received, HTTP " + httpStatus, message);
      }

      private void show(String what, byte[] message) {
        err.printf("──── %s, %d bytes ────%n", what, message.length);
        err.println(new String(message, StandardCharsets.UTF_8));
        err.flush();
      }
    };
  }
}
