package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
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
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Whoever throws a {@code HubException} tells all that the message of its code names. */
class ToldArgumentsTest {

  private static final Set<String> CAUSES = Set.of("e", "cause", "failure");

  @Test
  void leaveNoPlaceUnfilled() throws IOException {
    List<String> thrown = new ArrayList<>();
    List<String> unfilled = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
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
      }.scan(task.parse(), null);
    }
    assertThat(thrown).hasSizeGreaterThan(100);
    assertThat(unfilled).isEmpty();
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
