package tw.gov.mocs.hub.client;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** What picocli says in English of a wrong command line, with its Chinese above it. */
public final class WrongUsage implements IParameterExceptionHandler {

  private static final List<Words> WORDS =
      List.of(
          new Words("Missing required subcommand", "未指定子命令"),
          new Words("Missing required parameter for (?:option )?(.+)", "%s 之後須有值"),
          new Words("Expected parameter for (?:option )?(.+) but found (.+)", "%s 之後須有值，卻是 %s"),
          new Words("Missing required options?: (.+)", "缺少必要的選項：%s"),
          new Words("Missing required parameters?: (.+)", "缺少必要的參數：%s"),
          new Words("Missing required options and parameters: (.+)", "缺少必要的選項及參數：%s"),
          new Words("Unknown options?: (.+)", "沒有這個選項：%s"),
          new Words("Unmatched arguments? (?:at|from) index \\d+: (.+)", "無法辨識或多餘的參數：%s"),
          new Words("option (.+) should be specified only once", "選項 %s 只能指定一次"),
          new Words("Error: (.+) are mutually exclusive.*", "%s 只能擇一"),
          new Words("expected one of \\[(.+)] .*but was (.+)", "須為 %s 之一，不是 %s"),
          new Words("(.+) is not an? (?:int|long)", "須為整數，不是 %s"));

  /** The option or the parameter, then what is wrong with its value. */
  private static final Pattern VALUE =
      Pattern.compile(
          "Invalid value for (?:option (.+?)|positional parameter at index \\S+ \\((.+?)\\)): (.*)",
          Pattern.DOTALL);

  private final IParameterExceptionHandler picocli;

  private WrongUsage(IParameterExceptionHandler picocli) {
    this.picocli = picocli;
  }

  /** Has this command line, and all commands below it, speak both languages. */
  public static CommandLine inBothLanguages(CommandLine line) {
    return line.setParameterExceptionHandler(new WrongUsage(line.getParameterExceptionHandler()));
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) throws Exception {
    String english = String.valueOf(e.getMessage());
    Matcher value = VALUE.matcher(english);
    String chinese = value.matches() ? ofValue(value) : chinese(english, "命令的選項或參數不正確");
    if (!chinese.isEmpty()) {
      e.getCommandLine().getErr().println(TerminalText.shown(chinese));
    }
    return picocli.handleParseException(e, arguments);
  }

  private static String ofValue(Matcher value) {
    String option = value.group(1);
    String what = value.group(3);
    String chinese = chinese(what, "值不正確");
    return (option == null ? "參數 " + value.group(2) : "選項 " + option)
        + "："
        + (chinese.isEmpty() ? what.split(" · ", 2)[0] : chinese);
  }

  /** Empty for what we say in both languages already. */
  private static String chinese(String english, String unknown) {
    for (Words words : WORDS) {
      Matcher found = words.english().matcher(english);
      if (found.matches()) {
        return words
            .chinese()
            .formatted(
                IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).toArray());
      }
    }
    return english.codePoints().anyMatch(Character::isIdeographic) ? "" : unknown;
  }

  /** A sentence and its Chinese, in which what the sentence names stands. */
  private record Words(Pattern english, String chinese) {

    Words(String english, String chinese) {
      this(Pattern.compile(english, Pattern.DOTALL), chinese);
    }
  }
}
