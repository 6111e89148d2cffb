package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Whoever throws a {@code HubException} tells all that the message of its code names. */
class ToldArgumentsTest {

  private static final Set<String> CAUSES = Set.of("e", "cause", "failure");

  /** Helpers that make one, in the classes that throw it. */
  private static final Set<String> MAKERS =
      Set.of("notFound", "invalid", "refused", "requireText", "gone", "over");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @Test
  void leaveNoPlaceUnfilled() throws IOException {
    List<String> thrown = new ArrayList<>();
    List<String> unfilled = new ArrayList<>();
    scan(
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitNewClass(NewClassTree made, Void none) {
            if (made.getIdentifier().toString().equals("HubException")) {
              thrown.add(made.toString());
              if (leavesAPlace(made.getArguments())) {
                unfilled.add(made.toString());
              }
            }
            return super.visitNewClass(made, null);
          }
        });
    assertThat(thrown).hasSizeGreaterThan(100);
    assertThat(unfilled).isEmpty();
  }

  @Test
  void areToldInEnglishToo() throws IOException {
    Set<String> told = new TreeSet<>();
    scan(
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitNewClass(NewClassTree made, Void none) {
            if (made.getIdentifier().toString().equals("HubException")) {
              made.getArguments().forEach(argument -> add(argument, told));
            }
            return super.visitNewClass(made, null);
          }

          @Override
          public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            String name = call.getMethodSelect().toString().replaceFirst(".*\\.", "");
            if (MAKERS.contains(name)) {
              call.getArguments().forEach(argument -> add(argument, told));
            }
            return super.visitMethodInvocation(call, null);
          }
        });
    assertThat(told).hasSizeGreaterThan(30);
    assertThat(told)
        .allSatisfy(
            word ->
                assertThat(HAN.matcher(english(word)).find()).as(word + " in English").isFalse());
  }

  private static String english(String word) {
    return ErrorCode.NOT_FOUND.message(Locale.ENGLISH, List.of(word));
  }

  private static void add(ExpressionTree argument, Set<String> told) {
    String text = value(argument);
    if (HAN.matcher(text).find()) {
      told.add(text);
    }
  }

  /** A text as it may be told: what is put into it is a number. */
  private static String value(Tree part) {
    if (part instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      return text;
    }
    return part instanceof BinaryTree sum
        ? value(sum.getLeftOperand()) + value(sum.getRightOperand())
        : "7";
  }

  private static void scan(TreeScanner<Void, Void> scanner) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      scanner.scan(task.parse(), null);
    }
  }

  private static boolean leavesAPlace(List<? extends ExpressionTree> arguments) {
    String name = arguments.get(0).toString().replace("ErrorCode.", "");
    boolean withCause = arguments.size() > 2 && CAUSES.contains(arguments.get(2).toString());
    int told = arguments.size() - (withCause ? 3 : 2);
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.name().equals(name))
        .anyMatch(
            code ->
                code.message(Locale.ENGLISH, Collections.nCopies(told, "")).matches(".*\\{\\d.*"));
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : new String[] {"core", "ws", "admin-web", "client", "app"}) {
      try (Stream<Path> all = Files.walk(Path.of("..", "hub-" + module, "src", "main", "java"))) {
        all.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
      }
    }
    return found;
  }
}
