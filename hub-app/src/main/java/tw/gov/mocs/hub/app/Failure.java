package tw.gov.mocs.hub.app;

import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.database.DatabaseFailures;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Why a command ended without its result, as an operator reads it: what, and what to do. */
final class Failure {

  private final Exception failure;

  Failure(Exception failure) {
    this.failure = failure;
  }

  /** Some lines; a stack trace only for what nobody foresaw. */
  void print(PrintWriter out) {
    FaultySettings faulty = find(FaultySettings.class);
    HubException known = find(HubException.class);
    BindException taken = find(BindException.class);
    SQLException database = find(SQLException.class);
    FileSystemException file = find(FileSystemException.class);
    Optional<String> open = DatabaseFailures.fileOpenElsewhere(failure);
    if (faulty != null) {
      faulty.print(out);
    } else if (open.isPresent()) {
      out.println("內嵌資料庫正由另一個程序使用，請先結束該程序（hub demo 或 hub serve）再執行：" + open.get());
      out.println(
          "The embedded database is open in another process. End it first (hub demo, hub serve),"
              + " then repeat; or use a server database, see docs/database.md: "
              + open.get());
    } else if (known != null) {
      out.println(known.code().code() + " " + known.code().message(Locale.ENGLISH, known.told()));
      List<String> told =
          known.told().stream().map(one -> FaultWords.inChinese(one).orElse(one)).toList();
      out.println("  " + known.code().message(Locale.TRADITIONAL_CHINESE, told));
    } else if (taken != null) {
      out.println("埠號已被使用 · A port is taken: " + taken.getMessage());
    } else if (database != null) {
      print(database, out);
    } else if (file != null) {
      out.println("檔案無法使用 · " + file.getFile() + ": " + reason(file));
    } else {
      out.println("未預期的錯誤 · Failed: " + failure);
      failure.printStackTrace(out);
    }
  }

  private static void print(SQLException failure, PrintWriter out) {
    out.println(ErrorCode.DATABASE_UNAVAILABLE.code() + " 資料庫無法使用，請檢查 hub.database.* 設定與資料庫是否已啟動。");
    out.println(
        "  The database cannot be used; check hub.database.* and whether it runs: "
            + failure.getMessage());
  }

  private static String reason(FileSystemException file) {
    if (file instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (file instanceof AccessDeniedException) {
      return "access is denied";
    }
    return file.getReason() == null ? "it cannot be used" : file.getReason();
  }

  private <T extends Throwable> @Nullable T find(Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
