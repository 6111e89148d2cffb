package tw.gov.mocs.hub.database;

import io.debezium.antlr.CaseChangingCharStream;
import io.debezium.ddl.parser.oracle.generated.PlSqlLexer;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Would Oracle take this statement? The answer of its published grammar and of a lint, because no
 * Oracle server can be had where the tests run, and H2 takes much that Oracle does not.
 */
public final class OracleGate {

  private static final Map<String, List<String>> JUDGED = new ConcurrentHashMap<>();

  private OracleGate() {}

  /** What is wrong with the statement (without its closing semicolon); empty if nothing. */
  public static List<String> faults(String statement) {
    return JUDGED.computeIfAbsent(statement, OracleGate::judge);
  }

  private static List<String> judge(String statement) {
    List<String> faults = new ArrayList<>();
    // JDBC's ? is no PL/SQL; a named bind is.
    String bound = statement.replace("?", ":b").strip() + ";\n";
    PlSqlLexer lexer =
        new PlSqlLexer(new CaseChangingCharStream(CharStreams.fromString(bound), true));
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    PlSqlParser parser = new PlSqlParser(tokens);
    Collector collector = new Collector(faults);
    lexer.removeErrorListeners();
    lexer.addErrorListener(collector);
    parser.removeErrorListeners();
    parser.addErrorListener(collector);
    parser.sql_script();
    tokens.fill();
    List<String> words =
        tokens.getTokens().stream()
            .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
            .filter(token -> token.getType() != Token.EOF)
            .map(Token::getText)
            .toList();
    faults.addAll(OracleLint.faults(words));
    return List.copyOf(faults);
  }

  private static final class Collector extends BaseErrorListener {

    private final List<String> faults;

    Collector(List<String> faults) {
      this.faults = faults;
    }

    @Override
    public void syntaxError(
        @Nullable Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        @Nullable String message,
        @Nullable RecognitionException e) {
      faults.add("grammar, line %d:%d: %s".formatted(line, column, message));
    }
  }
}
