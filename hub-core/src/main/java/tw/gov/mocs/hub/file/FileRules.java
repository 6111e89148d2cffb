package tw.gov.mocs.hub.file;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a form accepts.
 *
 * @param programs whether an archive may hold what runs when it is opened
 */
public record FileRules(Set<FileType> types, boolean programs) {

  /** Documents and pictures. */
  public static final FileRules DOCUMENTS =
      new FileRules(EnumSet.complementOf(EnumSet.of(FileType.ZIP)));

  /** The same and archives, where many files come together. */
  public static final FileRules DOCUMENTS_AND_ARCHIVES =
      new FileRules(EnumSet.allOf(FileType.class));

  /** The same, and archives of programs: what the ministry offers to everybody. */
  public static final FileRules DOCUMENTS_AND_PROGRAMS =
      new FileRules(EnumSet.allOf(FileType.class), true);

  /** Copies the set. */
  public FileRules {
    types = Set.copyOf(types);
  }

  /** Without programs. */
  public FileRules(Set<FileType> types) {
    this(types, false);
  }

  /** The extensions that are accepted, for people: {@code pdf, png, jpg …}. */
  public String extensions() {
    return types.stream()
        .sorted(Comparator.naturalOrder())
        .flatMap(type -> type.extensions().stream())
        .collect(Collectors.joining(", "));
  }
}
