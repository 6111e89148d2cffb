package tw.gov.mocs.hub.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What Oracle 19c refuses although its published grammar, or H2, lets it pass. */
final class OracleLint {

  /** V$RESERVED_WORDS where RESERVED = 'Y', less those that a statement needs as key words. */
  private static final Set<String> NEVER_A_NAME =
      Set.of(
          "ACCESS",
          "AUDIT",
          "CLUSTER",
          "COMMENT",
          "COMPRESS",
          "EXCLUSIVE",
          "FILE",
          "IDENTIFIED",
          "IMMEDIATE",
          "INCREMENT",
          "INITIAL",
          "LEVEL",
          "LOCK",
          "MAXEXTENTS",
          "MINUS",
          "MLSLABEL",
          "MODE",
          "NOAUDIT",
          "NOCOMPRESS",
          "NOWAIT",
          "OFFLINE",
          "ONLINE",
          "PCTFREE",
          "PRIOR",
          "RENAME",
          "RESOURCE",
          "SESSION",
          "SHARE",
          "SIZE",
          "SUCCESSFUL",
          "SYNONYM",
          "UID",
          "VALIDATE",
          "WHENEVER");

  private static final Set<String> FOREIGN =
      Set.of(
          "LIMIT",
          "ILIKE",
          "BIGINT",
          "BYTEA",
          "TEXT",
          "BOOLEAN",
          "TRUE",
          "FALSE",
          "NOW",
          "SERIAL",
          "AUTO_INCREMENT",
          "CONFLICT",
          "EXCEPT",
          "IFNULL",
          "TOP",
          "RECURSIVE");

  private static final Set<String> BEFORE_A_NAME = Set.of("TABLE", "INDEX", "CONSTRAINT", "AS");

  private OracleLint() {}

  static List<String> faults(List<String> words) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      word(words, i, faults);
    }
    if (words.size() > 1 && word(words, 0).equals("SELECT") && !upper(words).contains("FROM")) {
      faults.add("a SELECT needs a FROM before Oracle 23");
    }
    if (upper(words).contains("FETCH") && upper(words).contains("UPDATE")) {
      faults.add("ORA-02014: FOR UPDATE and FETCH do not go together");
    }
    keysOverZones(upper(words)).forEach(faults::add);
    return faults;
  }

  /** An index may hold a time with its zone; a primary key or a unique constraint may not. */
  private static List<String> keysOverZones(List<String> words) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean isKey = words.get(i).equals("KEY") || words.get(i).equals("UNIQUE");
      if (!isKey || !words.get(i + 1).equals("(")) {
        continue;
      }
      for (String column : words.subList(i + 2, words.size())) {
        if (column.equals(")")) {
          break;
        }
        if (hasZone(words, column)) {
          faults.add("ORA-02329: a key over the time with its zone " + column);
        }
      }
    }
    return faults;
  }

  /** Whether a column of a CREATE TABLE is a TIMESTAMP WITH TIME ZONE. */
  private static boolean hasZone(List<String> words, String column) {
    int definition = words.indexOf(column) + 1;
    if (definition >= words.size() || !words.get(definition).equals("TIMESTAMP")) {
      return false;
    }
    List<String> type = words.subList(definition, Math.min(definition + 7, words.size()));
    return Collections.indexOfSubList(type, List.of("WITH", "TIME", "ZONE")) >= 0;
  }

  private static void word(List<String> words, int i, List<String> faults) {
    String word = word(words, i);
    String before = i == 0 ? "" : word(words, i - 1);
    String after = i + 1 < words.size() ? word(words, i + 1) : "";
    if (FOREIGN.contains(word)) {
      faults.add(word + " is not Oracle's");
    }
    if (NEVER_A_NAME.contains(word) && !isKeyword(word, before)) {
      faults.add(word + " is reserved");
    }
    if (word.replace("\"", "").length() > 30 && !word.startsWith("'")) {
      faults.add(word + " is longer than 30");
    }
    if (word.equals("VARCHAR")) {
      faults.add("VARCHAR: use VARCHAR2 with CHAR");
    }
    if (word.equals("''") && (before.equals("=") || before.equals(">"))) {
      faults.add("'' is null on Oracle");
    }
    if (word.equals("EXISTS") && before.equals("NOT") && i > 1 && word(words, i - 2).equals("IF")) {
      faults.add("IF NOT EXISTS before Oracle 23");
    }
    if (word.equals("AS") && isTableAlias(words, i)) {
      faults.add("a table alias takes no AS");
    }
    if (BEFORE_A_NAME.contains(word) && after.startsWith("_")) {
      faults.add(after + ": a name begins with a letter");
    }
    if (word.equals("VALUES") && isMultiRow(words, i)) {
      faults.add("several rows in VALUES before Oracle 23");
    }
    if (word.equals("RETURNING")) {
      faults.add("RETURNING needs INTO and PL/SQL");
    }
    if (word.equals("LOCKED")) {
      faults.add("no SKIP LOCKED: claim a row by a versioned update");
    }
  }

  private static boolean isKeyword(String word, String before) {
    return switch (word) {
      case "INCREMENT", "MINUS", "NOWAIT" -> true;
      case "COMMENT", "RENAME", "LOCK" -> before.isEmpty() || before.equals(";");
      default -> false;
    };
  }

  /** FROM name AS alias, JOIN name AS alias. */
  private static boolean isTableAlias(List<String> words, int i) {
    if (i < 2) {
      return false;
    }
    String introduces = word(words, i - 2);
    return introduces.equals("FROM") || introduces.equals("JOIN") || introduces.equals("UPDATE");
  }

  private static boolean isMultiRow(List<String> words, int values) {
    int depth = 0;
    for (int i = values + 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("(")) {
        depth++;
      } else if (word.equals(")")) {
        depth--;
      } else if (depth == 0) {
        return word.equals(",");
      }
    }
    return false;
  }

  private static List<String> upper(List<String> words) {
    return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
  }

  private static String word(List<String> words, int i) {
    return words.get(i).toUpperCase(Locale.ROOT);
  }
}
